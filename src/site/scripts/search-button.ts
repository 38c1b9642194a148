const button = document.querySelector<HTMLButtonElement>('[data-search]');

async function open(): Promise<void> {
	const { openSearch } = await import('./search-dialog.ts');
	openSearch();
}

button?.addEventListener('click', open);
document.addEventListener('keydown', (event) => {
	const isTyping = (event.target as Element).closest('input:not([type=radio]), textarea, select, [contenteditable]');
	const isShortcut = event.key === 'k' && (event.ctrlKey || event.metaKey);
	if (!isShortcut && (event.key !== '/' || isTyping)) return;
	event.preventDefault();
	void open();
});
