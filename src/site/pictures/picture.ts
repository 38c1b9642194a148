/** What the picture of a page says to those who see a link to it. */
export interface Picture {
	/** What the page belongs to: the API, or the site. */
	belongsTo: string;
	title: string;
	/** Upper case, as HTTP writes it. */
	method?: string;
	path?: string;
	/** The languages that it has samples in, each with its icon's SVG where it has one. */
	languages: readonly { label: string; icon?: string }[];
}

/** The signs that the pictures' font has: those of Latin scripts, with punctuation. */
const LATIN = /^[\u0020-\u024f\u2010-\u2026\u20ac\u2122]*$/;

/** Whether the pictures' font can draw all that a picture says. */
export function isDrawable({ belongsTo, title, path = '' }: Picture): boolean {
	return LATIN.test(belongsTo + title + path);
}
