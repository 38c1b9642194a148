/** Whether the reader keeps values that this page's samples should show; `try-it/kept-values.ts` reads them. */
function hasValues(): boolean {
	try {
		return 'specimen-values' in sessionStorage || 'specimen-values' in localStorage;
	} catch {
		// Storage is blocked: nothing is kept.
		return false;
	}
}

/** Says on the button what went wrong where a part could not be loaded, so that pressing it again tries again. */
async function use(button: HTMLElement, load: () => Promise<void>): Promise<void> {
	button.removeAttribute('data-failed');
	try {
		await load();
	} catch {
		button.dataset.failed = 'Could not load. Are you online?';
	}
}

document.addEventListener('click', ({ target }) => {
	const button = (target as Element).closest<HTMLElement>('[data-values],[data-try]');
	if (!button) return;
	void use(button, async () =>
		'try' in button.dataset
			? (await import('../try-it/open-try-it.tsx')).toggleTryIt(button)
			: (await import('../try-it/open-values.tsx')).toggleValues(button),
	);
});

if (hasValues()) void import('../try-it/live/live-samples.ts').then(({ goLive }) => goLive());
// A link to filled-in values opens the form; it never sends anything.
if (location.hash.startsWith('#try')) document.querySelector<HTMLElement>('[data-try]')?.click();
