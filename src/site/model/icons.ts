import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { languages } from '../../../templates/index.ts';
import type { Language } from '../../core/language.ts';

interface IconSet {
	width: number;
	height: number;
	icons: Readonly<Record<string, { body: string; width?: number; height?: number }>>;
}

const SET = '@iconify-json/devicon-plain/icons.json';
const COPY =
	'<symbol id="copy" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4"><rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5"/></symbol>';

const set = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(SET), 'utf8')) as IconSet;

/** Every icon of the pages as one picture of symbols, each under its language's id: pages only name them. */
export const iconSheet = drawSheet(languages, set);

/** Changes with the sheet, so that browsers can keep it under its name for ever. */
export const iconDigest = createHash('sha256').update(iconSheet).digest('hex').slice(0, 8);

/** One icon of the set as a picture of its own. */
export function iconOf(name: string): string {
	const { body = '', ...size } = { width: set.width, height: set.height, ...set.icons[name] };
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}">${body}</svg>`;
}

/** Draws the sheet. Throws a `RangeError` that names the language whose icon the set does not have. */
export function drawSheet(shown: readonly Pick<Language, 'id' | 'icon'>[], { icons, ...size }: IconSet): string {
	const symbols = shown.flatMap(({ id, icon }) => {
		if (icon === undefined) return [];
		const found = Object.hasOwn(icons, icon) ? icons[icon] : undefined;
		if (!found) throw new RangeError(`templates/${id} names an icon "${icon}" that ${SET} does not have.`);
		const { width, height } = { ...size, ...found };
		return [`<symbol id="${id}" viewBox="0 0 ${width} ${height}">${found.body}</symbol>`];
	});
	return `<svg xmlns="http://www.w3.org/2000/svg">${[...symbols, COPY].join('')}</svg>\n`;
}
