import type { Token } from './code-lines.ts';

/** Where a text's colours begin and end, without the text: `-4k6-1;s9` is a line of three pieces and one of one. */
export type TokenMarks = string;

/** A text's coloured lines without the text. Throws a `RangeError` where the lines are not the text's. */
export function markTokens(code: string, lines: readonly (readonly Token[])[]): TokenMarks {
	const texts = textLines(code);
	if (
		texts.length !== lines.length ||
		lines.some((tokens, at) => tokens.map(({ text }) => text).join('') !== texts[at])
	)
		throw new RangeError('The coloured lines are not those of the text.');
	return lines.map((tokens) => tokens.map(({ kind, text }) => `${kind ?? '-'}${text.length}`).join('')).join(';');
}

/** The coloured lines of the text that the marks were made of; the inverse of `markTokens`. */
export function readTokens(code: string, marks: TokenMarks): Token[][] {
	const lines = marks.split(';');
	return textLines(code).map((line, index) => {
		let at = 0;
		return [...(lines[index] ?? '').matchAll(/([a-z-])(\d+)/g)].map(([, kind = '-', length = '0']): Token => {
			const text = line.slice(at, at + Number(length));
			at += text.length;
			return kind === '-' ? { text } : { kind, text };
		});
	});
}

/** The lines as Shiki splits them. */
function textLines(code: string): string[] {
	return code.split(/\r?\n/);
}
