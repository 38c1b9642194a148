import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import type { Parts } from '../../src/core/parts.ts';

/** Line breaks and other control characters never become `\u000a`, which is a line break before it is an escape. */
const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '"': '\\"' },
	unicode: (code) => (code <= 0xff ? octal(code) : utf16(String.fromCodePoint(code))),
};
const octal = (code: number) => `\\${code.toString(8).padStart(3, '0')}`;
const unicode = (text: string) => Array.from(text, utf16).join('');

/** ASCII only: before Java 18 a compiler reads a source file in whatever encoding its machine happens to have. */
const ascii = (text: string) => text.replace(/\P{ASCII}+/gu, unicode);

function utf16(character: string): string {
	return [...Array(character.length).keys()].map((at) => `\\u${hex(character.charCodeAt(at), 4)}`).join('');
}

/** Text escaped as it stands in a string literal. */
export function inside(text: string): string {
	return ascii(escapeText(text, ESCAPES));
}

/** A constant has to fit into 65,535 bytes, and a character takes three at most. */
const LONGEST = 21_845;

/** A string literal; a text that is too long for a constant is joined from several when it runs. */
export function string(text: string): string {
	if (text.length <= LONGEST) return `"${inside(text)}"`;
	const literals: string[] = [];
	for (let at = 0; at < text.length; at += LONGEST) literals.push(`"${inside(text.slice(at, at + LONGEST))}"`);
	return `String.join("", ${literals.join(', ')})`;
}

/** A string literal that JSON stands in; as a text block, indented by a margin, where it takes several lines. */
export function jsonLiteral(parts: Parts, margin: string): string {
	const write = (escaped: (text: string) => string) =>
		parts
			.map((part) => {
				if (typeof part === 'string') return escaped(part);
				const name = 'placeholder' in part ? part.placeholder : part.credential;
				return markPlaceholder(name, 'json', escaped(`<${name}>`));
			})
			.join('');
	if (!parts.some((part) => typeof part === 'string' && part.includes('\n'))) return `"${write(inside)}"`;
	// No three quotes follow one another in JSON, and it ends in a bracket.
	const block = write((text) => ascii(text.replaceAll('\\', '\\\\')));
	return `"""\n${block}"""`.replaceAll('\n', `\n${margin}`);
}

/** A title as it stands in a comment, where `\u` begins an escape as it does everywhere. */
export function comment(text: string): string {
	return ascii(text.replace(/\\(?=\\*u)/g, '\\\\'));
}
