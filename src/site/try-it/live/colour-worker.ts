import { grammars } from 'virtual:grammars';
import { tokenize } from '../../../highlight/tokenize.ts';
import type { ColourAnswer, ColourRequest } from './colour.ts';

/** Colours texts one after another, away from the thread that the reader types on. */
addEventListener('message', async ({ data }: MessageEvent<ColourRequest>) => {
	const { id, code, grammar } = data;
	const load = grammars[grammar];
	const lines = load ? await tokenize(code, grammar, load) : undefined;
	postMessage({ id, lines } satisfies ColourAnswer);
});
