import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import type { Parts } from '../../src/core/parts.ts';

const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '"': '\\"' },
	unicode: (code) => (code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`),
};

/** Text escaped as it stands in a string literal. */
export function inside(text: string): string {
	return escapeText(text, ESCAPES);
}

/** A string literal. */
export function string(text: string): string {
	return `"${inside(text)}"`;
}

/** What an interpolated string holds: text as it stands in a literal, or an expression. */
export type Operand = { text: string } | { code: string };

/** A string literal, interpolated where an expression stands in it; the expression alone where nothing else does. */
export function interpolate(parts: Operand[]): string {
	const [only] = parts;
	if (parts.length === 1 && only && 'code' in only) return only.code;
	if (!parts.some((part) => 'code' in part))
		return `"${parts.map((part) => ('text' in part ? part.text : '')).join('')}"`;
	const inner = parts.map((part) => ('code' in part ? `{${part.code}}` : part.text.replace(/[{}]/g, '$&$&')));
	return `$"${inner.join('')}"`;
}

/** A string literal that JSON stands in; verbatim, indented by a margin, where it takes several lines. */
export function jsonLiteral(parts: Parts, margin: string): string {
	const write = (form: 'json' | 'raw-json', escaped: (text: string) => string) =>
		parts
			.map((part) => {
				if (typeof part === 'string') return escaped(part);
				const name = 'placeholder' in part ? part.placeholder : part.credential;
				return markPlaceholder(name, form, escaped(`<${name}>`));
			})
			.join('');
	if (!parts.some((part) => typeof part === 'string' && part.includes('\n'))) return `"${write('json', inside)}"`;
	// A verbatim literal has no escapes of its own: what may not be seen raw takes those of JSON.
	const verbatim = write('raw-json', (text) => text.split('\n').map(escapeJson).join('\n'));
	return `@"${verbatim.replaceAll('"', '""')}"`.replaceAll('\n', `\n${margin}`);
}

function escapeJson(line: string): string {
	const unit = (character: string) => `\\u${hex(character.charCodeAt(0), 4)}`;
	return escapeText(line, { named: {}, unicode: (code) => String.fromCodePoint(code).split('').map(unit).join('') });
}
