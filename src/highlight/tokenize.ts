import { createCssVariablesTheme, createHighlighterCore, type LanguageInput } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { Token } from './code-lines.ts';

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

/** By length, not by time as Shiki has it: what a line looks like must not depend on how busy the machine was. */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 20_000 };

/** One highlighter for samples, examples and the guides' fences alike, in the build and in the browser. */
const highlighter = createHighlighterCore({
	themes: [THEME],
	langs: [],
	engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** The lines of a text as coloured pieces, by a grammar that is loaded when it is first asked for. */
export async function tokenize(code: string, grammar: string, load: LanguageInput): Promise<Token[][]> {
	const ready = await highlighter;
	await ready.loadLanguage(load);
	const lines = ready.codeToTokensBase(code, { lang: grammar, theme: THEME, ...LIMITS });
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
