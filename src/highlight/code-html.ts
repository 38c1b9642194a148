import type { Region } from '../core/marks.ts';
import { codeLines, linesHtml, tokensHtml } from './code-lines.ts';
import { highlight } from './highlight.ts';

/** A sample's lines, coloured, as the inside of a `<code>`. */
export async function codeHtml(code: string, grammar: string, regions: readonly Region[] = []): Promise<string> {
	const lines = await highlight(codeLines(code).join('\n'), grammar);
	return linesHtml(lines.map(tokensHtml), code, regions);
}
