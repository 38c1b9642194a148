import type { Region } from '../../core/marks.ts';
import { highlight, type Token } from './highlight.ts';

/** The inside of a `<code>`: one `<span>` a line, its line break inside, so that copying gives the text back exactly. */
export async function codeHtml(code: string, grammar: string, regions: readonly Region[] = []): Promise<string> {
	const text = code.endsWith('\n') ? code.slice(0, -1) : code;
	const lines = await highlight(text, grammar);
	return lines
		.map((tokens, index) => {
			const isCall = regions.some(({ name, start, end }) => name === 'call' && index + 1 >= start && index + 1 <= end);
			const lineBreak = index < lines.length - 1 || text !== code ? '\n' : '';
			return `<span${isCall ? ' class=call' : ''}>${tokens.map(tokenHtml).join('')}${lineBreak}</span>`;
		})
		.join('');
}

function tokenHtml({ kind, text }: Token): string {
	return kind ? `<i class=${kind}>${escapeHtml(text)}</i>` : escapeHtml(text);
}

/** Text that means itself in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
