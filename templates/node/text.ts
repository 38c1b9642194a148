import { escapeText, hex } from '../../src/core/escape-text.ts';

/** The quote that Prettier chooses: single, unless double leaves fewer to escape. */
const quoteOf = (text: string) => (text.split("'").length > text.split('"').length ? '"' : "'");

/** A string literal. */
export const string = (text: string) => quoteOf(text) + inside(text) + quoteOf(text);

/** Text escaped for the literal that `string` writes. */
export function inside(text: string): string {
	const quote = quoteOf(text);
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
	if (!/['"`\\]/.test(fixed)) return `'${fixed}'`;
	const guard = (text: string) => text.replace(/`|\$(?=\{|$)/g, '\\$&');
	return `\`${parts.map((part) => ('code' in part ? `\${${part.code}}` : guard(part.text))).join('')}\``;
}
