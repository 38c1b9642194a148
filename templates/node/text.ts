import { escapeText, hex } from '../../src/core/escape-text.ts';
import { markPlain } from '../../src/core/marks.ts';

/** The quote that Prettier chooses: single, unless double leaves fewer to escape. */
const quoteOf = (text: string) => (text.split("'").length > text.split('"').length ? '"' : "'");

/** A string literal. */
export const string = (text: string) => quoteOf(text) + escaped(text, quoteOf(text)) + quoteOf(text);

/** Text as it stands in a template literal; where it ends in a `$`, a brace may follow. */
export const inside = (text: string) => escaped(text, '`').replace(/\$(?=\{|$)/g, '\\$');

/** Text as it stands between single quotes. */
export const plain = (text: string) => escaped(text, "'");

function escaped(text: string, quote: string): string {
	return escapeText(text, {
		named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` },
		unicode: (code) =>
			code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 1)}}`,
	});
}

/** A template literal; plain quotes where no variable stands in it, the variable alone where nothing else does. */
export function interpolate(parts: ({ text: string } | { code: string })[]): string {
	const [only] = parts;
	if (parts.length === 1 && only && 'code' in only) return only.code;
	const fixed = parts.map((part) => ('text' in part ? part.text : '`')).join('');
	if (!/['"`\\]/.test(fixed)) return `'${markPlain(fixed)}'`;
	return `\`${parts.map((part) => ('code' in part ? `\${${part.code}}` : part.text)).join('')}\``;
}
