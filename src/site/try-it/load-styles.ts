/**
 * Links a stylesheet to the page, once. Astro would put one that a script imports on every page from the start, even
 * where the script is only loaded when it is asked for.
 */
export function loadStyles(address: string): void {
	if (document.querySelector(`link[href="${address}"]`)) return;
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = address;
	document.head.append(link);
}
