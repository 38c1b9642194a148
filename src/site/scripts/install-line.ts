import { writeClipboard } from './copy.ts';

/** How long a button shows that it took something. */
const SHOWN = 2000;

/** Lets every choice of a package manager say what is shown. */
function refresh(): void {
	const chosen = window.specimen.managers();
	for (const select of document.querySelectorAll<HTMLSelectElement>('select.manager')) {
		const names = [...select.options].map(({ value }) => value);
		select.value = names.find((name) => chosen.includes(name)) ?? names[0] ?? '';
	}
}

document.addEventListener('change', (event) => {
	const select = event.target as HTMLSelectElement;
	if (!select.matches('select.manager')) return;
	// One choice for each language: the managers of others stay chosen.
	const names = [...select.options].map(({ value }) => value);
	window.specimen.manage([...window.specimen.managers().filter((name) => !names.includes(name)), select.value]);
	refresh();
});

document.addEventListener('click', async (event) => {
	const button = (event.target as Element).closest('.take');
	const lines = [...(button?.parentElement?.querySelectorAll<HTMLElement>('.install-lines code') ?? [])];
	const text = lines.find((line) => line.checkVisibility())?.textContent;
	if (!button || !text) return;
	const done = await writeClipboard(text);
	button.classList.toggle('taken', done);
	const status = button.closest('.samples')?.querySelector('[role=status]');
	if (status) status.textContent = done ? 'Copied' : 'Not allowed';
	setTimeout(() => {
		button.classList.remove('taken');
		if (status) status.textContent = '';
	}, SHOWN);
});

refresh();
