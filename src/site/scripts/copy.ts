import { shownPanel } from './shown-panel.ts';

/** How long a button says that it copied. */
const SAID = 2000;

/** Puts a text on the clipboard; false where the browser does not allow it. */
export async function writeClipboard(text: string): Promise<boolean> {
	if (navigator.clipboard)
		return navigator.clipboard.writeText(text).then(
			() => true,
			() => false,
		);
	// Without a secure context there is only the old way.
	const area = document.createElement('textarea');
	area.value = text;
	document.body.append(area);
	area.select();
	const done = document.execCommand('copy');
	area.remove();
	return done;
}

/** Puts a text on the clipboard, and lets the group's button and its status say whether that was allowed. */
export async function copyText(text: string, group: Element): Promise<void> {
	const button = group.querySelector('[data-copy]');
	const status = group.querySelector('[role=status]');
	if (!button || !status) return;
	const said = (await writeClipboard(text)) ? 'Copied' : 'Not allowed';
	button.textContent = said;
	status.textContent = said;
	setTimeout(() => {
		button.textContent = 'Copy';
		status.textContent = '';
	}, SAID);
}

document.addEventListener('click', (event) => {
	const group = (event.target as Element).closest('[data-copy]')?.closest('.samples');
	const text = group && shownPanel(group)?.querySelector('pre code')?.textContent;
	if (group && text) void copyText(text, group);
});
