import { bundledLanguages } from 'shiki/langs';
import type { Token } from './code-lines.ts';
import { tokenize } from './tokenize.ts';

const known = new Map<string, Promise<Token[][]>>();

/** The lines of a text as coloured pieces; a grammar that Shiki does not have leaves it plain. The same text is read once. */
export function highlight(code: string, grammar: string): Promise<Token[][]> {
	const key = `${grammar}\n${code}`;
	const load = bundledLanguages[grammar as keyof typeof bundledLanguages];
	const found = known.get(key) ?? (load ? tokenize(code, grammar, load) : Promise.resolve(plain(code)));
	known.set(key, found);
	return found;
}

function plain(code: string): Token[][] {
	return code.split('\n').map((text) => (text ? [{ text }] : []));
}
