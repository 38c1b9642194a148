/** Puts a text on the clipboard. Rejects where the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
	if (navigator.clipboard) return navigator.clipboard.writeText(text);
	// Without a secure context there is only the old way.
	const area = document.createElement('textarea');
	const focused = document.activeElement as HTMLElement | null;
	area.value = text;
	document.body.append(area);
	area.select();
	const done = document.execCommand('copy');
	area.remove();
	focused?.focus();
	if (!done) throw new Error('not allowed');
}
