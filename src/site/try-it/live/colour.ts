import type { Token } from '../../../highlight/code-lines.ts';

/** What the worker is asked. */
export interface ColourRequest {
	id: number;
	code: string;
	grammar: string;
}

/** What it answers; without lines where it has no such grammar. */
export interface ColourAnswer {
	id: number;
	lines?: Token[][];
}

const waiting = new Map<number, (lines: Token[][] | undefined) => void>();
let worker: Worker | undefined;
let last = 0;

/** A text's lines as coloured pieces; undefined where they cannot be had, and the text stays plain. */
export function colour(code: string, grammar: string): Promise<Token[][] | undefined> {
	worker ??= start();
	const id = ++last;
	return new Promise((settle) => {
		waiting.set(id, settle);
		worker?.postMessage({ id, code, grammar } satisfies ColourRequest);
	});
}

function start(): Worker {
	const made = new Worker(new URL('./colour-worker.ts', import.meta.url), { type: 'module' });
	made.addEventListener('message', ({ data }: MessageEvent<ColourAnswer>) => {
		waiting.get(data.id)?.(data.lines);
		waiting.delete(data.id);
	});
	// A worker that cannot load (offline) leaves texts plain: they are right without colour.
	made.addEventListener('error', () => {
		for (const settle of waiting.values()) settle(undefined);
		waiting.clear();
		worker = undefined;
	});
	return made;
}
