import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';

const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e', '\\': '\\\\', '"': '\\"', $: '\\$' },
	unicode: (code) => `\\u{${hex(code, 1)}}`,
};

/** Text between double quotes. */
export const inside = (text: string): string => escapeText(text, ESCAPES);

/** Text between single quotes. */
export const plain = (text: string): string => text.replace(/[\\']/g, '\\$&');

/** A literal in single quotes, in which nothing but `\` and `'` means anything; in double quotes where it needs escapes. */
export function string(text: string): string {
	const double = inside(text);
	const simple = !/\\[^\\"$]/.test(double.replaceAll('\\\\', ''));
	return simple ? `'${plain(text)}'` : `"${double}"`;
}

/** Text fit for a comment to the end of the line: `?>` would end it, and PHP with it. */
export const commentText = (text: string): string => text.replaceAll('?>', '? >');
