import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';

/** Text between double quotes; a `#` that would begin an interpolation is escaped, also where it ends the text. */
export const inside = (text: string): string => escaped(text).replace(/#(?=[{$@]|$)/g, '\\#');

/** Text between single quotes, in which nothing but `\` and `'` means anything. */
export const plain = (text: string): string => text.replace(/[\\']/g, '\\$&');

/** A literal as RuboCop wants it: single quotes, unless the text needs an escape or would read as an interpolation. */
export function string(text: string): string {
	const double = escaped(text).replace(/#(?=[{$@])/g, '\\#');
	const simple = !text.includes("'") && !/\\[^\\"]/.test(double.replaceAll('\\\\', ''));
	return simple ? `'${text.replaceAll('\\', '\\\\')}'` : `"${double}"`;
}

const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e', '\\': '\\\\', '"': '\\"' },
	unicode: (code) => (code <= 0xffff ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`),
};

const escaped = (text: string) => escapeText(text, ESCAPES);
