import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';
import { markPlain } from '../../src/core/marks.ts';

const escapes = (quote: string): EscapeRules => ({
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` },
	unicode: (code) =>
		code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`,
});

/** What is escaped, by the quotes around it. */
const ESCAPES = { "'": escapes("'"), '"': escapes('"'), '`': escapes('`') };

/** The quote that Prettier chooses: single, unless double leaves fewer to escape. */
const quoteOf = (text: string) => (text.includes("'") && text.split("'").length > text.split('"').length ? '"' : "'");

/** A string literal. */
export function string(text: string): string {
	const quote = quoteOf(text);
	return quote + escapeText(text, ESCAPES[quote]) + quote;
}

/** Text as it stands in a template literal; where it ends in a `$`, a brace may follow. */
export const inside = (text: string) => escapeText(text, ESCAPES['`']).replace(/\$(?=\{|$)/g, '\\$');

/** Text as it stands between single quotes. */
export const plain = (text: string) => escapeText(text, ESCAPES["'"]);

/** A template literal; plain quotes where no variable stands in it, the variable alone where nothing else does. */
export function interpolate(parts: ({ text: string } | { code: string })[]): string {
	const [only] = parts;
	if (parts.length === 1 && only && 'code' in only) return only.code;
	const fixed = parts.map((part) => ('text' in part ? part.text : '`')).join('');
	if (!/['"`\\]/.test(fixed)) return `'${markPlain(fixed)}'`;
	return `\`${parts.map((part) => ('code' in part ? `\${${part.code}}` : part.text)).join('')}\``;
}
