import { escapeHtml } from '../../highlight/code-lines.ts';

/** Takes the choice in the address along, which a plain refresh would lose. */
const FOLLOW = 'location.replace(document.links[0].href+location.search+location.hash)';

/** The page at an address that another one has taken the place of: it leads there, with script or without. */
export function movedPage(title: string, href: string, canonical = href): string {
	const [name, to, url] = [title, href, canonical].map(escapeHtml);
	return [
		'<!doctype html>',
		'<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
		`<title>${name}</title><meta name="robots" content="noindex"><link rel="canonical" href="${url}">`,
		`<noscript><meta http-equiv="refresh" content="0;url=${to}"></noscript></head>`,
		`<body><p>This page has moved: <a href="${to}">${name}</a></p><script>${FOLLOW}</script></body></html>`,
		'',
	].join('\n');
}
