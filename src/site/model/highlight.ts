import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';

/** A piece of code of one colour: the letter of its class in `code.css`, none for plain text. */
export interface Token {
	kind?: string;
	text: string;
}

/** The classes of Shiki's variables. What is missing (punctuation, parameters) stays plain, which halves the markup. */
const KINDS: Readonly<Record<string, string>> = {
	'var(--c-token-keyword)': 'k',
	'var(--c-token-string)': 's',
	'var(--c-token-string-expression)': 's',
	'var(--c-token-constant)': 'n',
	'var(--c-token-function)': 'f',
	'var(--c-token-comment)': 'c',
	'var(--c-token-link)': 's',
};

const THEME = createCssVariablesTheme({ name: 'classes', variablePrefix: '--c-', fontStyle: false });

/** One highlighter for samples, examples and the guides' fences alike. */
const highlighter = await createHighlighterCore({
	themes: [THEME],
	langs: [],
	engine: createJavaScriptRegexEngine({ forgiving: true }),
});

const known = new Map<string, Promise<Token[][]>>();

/** The lines of a text as coloured pieces; a grammar that Shiki does not have leaves it plain. The same text is read once. */
export function highlight(code: string, grammar: string): Promise<Token[][]> {
	const key = `${grammar}\n${code}`;
	const found = known.get(key) ?? tokenize(code, grammar);
	known.set(key, found);
	return found;
}

async function tokenize(code: string, grammar: string): Promise<Token[][]> {
	const load = bundledLanguages[grammar as keyof typeof bundledLanguages];
	if (!load) return code.split('\n').map((text) => (text ? [{ text }] : []));
	await highlighter.loadLanguage(load);
	const lines = highlighter.codeToTokensBase(code, { lang: grammar, theme: THEME });
	return lines.map((tokens) =>
		merge(tokens.map(({ content, color }) => ({ kind: KINDS[color ?? ''], text: content }))),
	);
}

/** Joins neighbours of one colour; blanks take their neighbour's. */
function merge(tokens: { kind: string | undefined; text: string }[]): Token[] {
	const merged: Token[] = [];
	for (const { kind, text } of tokens) {
		const last = merged.at(-1);
		const blank = text.trim() === '';
		if (last && (last.kind === kind || blank)) last.text += text;
		else merged.push(kind && !blank ? { kind, text } : { text });
	}
	return merged;
}
