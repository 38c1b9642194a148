import type { Region } from '../core/marks.ts';

/** A piece of code of one colour: the letter of its class in `code.css`, none for plain text. */
export interface Token {
	kind?: string;
	text: string;
}

/** A text's lines, without the line break at its end. */
export function codeLines(code: string): string[] {
	return (code.endsWith('\n') ? code.slice(0, -1) : code).split('\n');
}

/** The inside of a `<code>`: one `<span>` a line, its line break inside, so that copying gives the text back exactly. */
export function linesHtml(lines: readonly string[], code: string, regions: readonly Region[]): string {
	const texts = codeLines(code);
	let at = 0;
	return lines
		.map((html, index) => {
			const isCall = regions.some(({ name, start, end }) => name === 'call' && at >= start && at < end);
			at += (texts[index]?.length ?? 0) + '\n'.length;
			const lineBreak = index < lines.length - 1 || code.endsWith('\n') ? '\n' : '';
			return `<span${isCall ? ' class=call' : ''}>${html}${lineBreak}</span>`;
		})
		.join('');
}

/** A line's tokens as HTML. */
export function tokensHtml(tokens: readonly Token[]): string {
	return tokens
		.map(({ kind, text }) => (kind ? `<i class=${kind}>${escapeHtml(text)}</i>` : escapeHtml(text)))
		.join('');
}

/** Text that means itself in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
