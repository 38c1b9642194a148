import type { Region } from '../../../core/marks.ts';
import { codeLines, escapeHtml, linesHtml, tokensHtml } from '../../../highlight/code-lines.ts';
import { colour } from './colour.ts';

/** What a `<code>` was last asked to show, so that a late colouring does not bring an old text back. */
const shown = new WeakMap<Element, string>();

/** Shows a text at once, in the colours of the lines that stay as they were, and in its own as soon as these are known. */
export async function showCode(
	element: Element,
	code: string,
	regions: readonly Region[],
	grammar: string,
): Promise<void> {
	shown.set(element, code);
	const lines = codeLines(code);
	const old = new Map(
		[...element.children].map((line) => [line.textContent?.replace(/\n$/, '') ?? '', line.innerHTML]),
	);
	const first = lines.map((line) => old.get(line)?.replace(/\n$/, '') ?? escapeHtml(line));
	element.innerHTML = linesHtml(first, code, regions);
	const tokens = await colour(lines.join('\n'), grammar);
	if (!tokens || shown.get(element) !== code) return;
	element.innerHTML = linesHtml(tokens.map(tokensHtml), code, regions);
}

/** Forgets what was shown last: the text is somebody else's again. */
export function forgetCode(element: Element): void {
	shown.delete(element);
}
