import { parentPort } from 'node:worker_threads';
import { bundledLanguages } from 'shiki/langs';
import { markTokens } from '../../highlight/token-marks.ts';
import { tokenize } from '../../highlight/tokenize.ts';
import type { Answer, Question } from './threads.ts';

/** Colours texts one after another, and answers with their marks alone, for the text is where the question came from. */
parentPort?.on('message', async ({ id, code, grammar }: Question) => {
	try {
		const lines = await tokenize(code, grammar, bundledLanguages[grammar as keyof typeof bundledLanguages]);
		parentPort?.postMessage({ id, marks: markTokens(code, lines) } satisfies Answer);
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) } satisfies Answer);
	}
});
