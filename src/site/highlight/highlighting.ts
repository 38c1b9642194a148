import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { bundledLanguages } from 'shiki/langs';
import { chooseHighlighter, type Highlighter } from '../../highlight/highlight.ts';
import { markTokens, readTokens, type TokenMarks } from '../../highlight/token-marks.ts';
import { tokenize } from '../../highlight/tokenize.ts';
import { MarkCache, markKey } from './mark-cache.ts';
import { HighlightThreads } from './threads.ts';

const OWN = join(import.meta.dirname, '../../highlight');

/** What finds a text's marks: this thread, or others. */
type Marker = (code: string, grammar: string) => Promise<TokenMarks>;

/**
 * Lets threads highlight what a build shows, and keeps it for the next build in `.cache/highlight`. Developing reads that
 * too; what it highlights itself is too little for threads.
 */
export function highlighting(file = resolve('.cache/highlight/marks')): AstroIntegration {
	let close: (() => Promise<void>) | undefined;
	return {
		name: 'specimen-highlighting',
		hooks: {
			'astro:config:setup': ({ command }) => {
				const cache = new MarkCache(file, version());
				if (command !== 'build') return chooseHighlighter(throughCache(cache, markHere));
				const threads = new HighlightThreads();
				chooseHighlighter(throughCache(cache, (code, grammar) => threads.mark(code, grammar)));
				close = async () => {
					chooseHighlighter(undefined);
					await threads.close();
					cache.save();
				};
			},
			'astro:build:done': () => close?.(),
		},
	};
}

/** Asks for what the cache does not have; a text that several pages show at once is asked for once. */
export function throughCache(cache: MarkCache, mark: Marker): Highlighter {
	const asked = new Map<string, Promise<TokenMarks>>();
	return async (code, grammar) => {
		const key = markKey(code, grammar);
		const known = cache.get(key);
		if (known !== undefined) return readTokens(code, known);
		const question = asked.get(key) ?? mark(code, grammar);
		asked.set(key, question);
		try {
			const marks = await question;
			cache.set(key, marks);
			return readTokens(code, marks);
		} finally {
			asked.delete(key);
		}
	};
}

async function markHere(code: string, grammar: string): Promise<TokenMarks> {
	return markTokens(code, await tokenize(code, grammar, bundledLanguages[grammar as keyof typeof bundledLanguages]));
}

/** A digest of all that marks depend on beside the text: the grammars, and how their colours become classes. */
function version(): string {
	const { version: shiki } = createRequire(import.meta.url)('shiki/package.json') as { version: string };
	const own = ['tokenize', 'token-marks'].map((name) =>
		readFileSync(join(OWN, name + extname(import.meta.filename)), 'utf8'),
	);
	return createHash('sha256')
		.update(JSON.stringify([shiki, own]))
		.digest('hex');
}
