import { bundledLanguages } from 'shiki/langs';
import type { Token } from './code-lines.ts';
import { tokenize } from './tokenize.ts';

/** Colours a text by a grammar that Shiki has. */
export type Highlighter = (code: string, grammar: string) => Promise<Token[][]>;

const CHOSEN = Symbol.for('specimen.highlighter');
const chosen = globalThis as { [CHOSEN]?: Highlighter | undefined };

/** Lets another highlighter do the work from here on, in the bundled pages too; with `undefined` this thread does it again. */
export function chooseHighlighter(highlighter: Highlighter | undefined): void {
	chosen[CHOSEN] = highlighter;
}

/** The lines of a text as coloured pieces; a grammar that Shiki does not have leaves it plain. */
export async function highlight(code: string, grammar: string): Promise<Token[][]> {
	const load = bundledLanguages[grammar as keyof typeof bundledLanguages];
	if (!load) return code.split('\n').map((text) => (text ? [{ text }] : []));
	return chosen[CHOSEN] ? chosen[CHOSEN](code, grammar) : tokenize(code, grammar, load);
}
