import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TokenMarks } from '../../highlight/token-marks.ts';

/** More threads than this wait for the pages, and each holds every grammar in some 60 MB. */
const MOST = 4;

/** What a thread is asked. */
export interface Question {
	id: number;
	code: string;
	grammar: string;
}

/** What it answers. */
export type Answer = { id: number; marks: TokenMarks } | { id: number; error: string };

interface Thread {
	worker: Worker;
	waiting: Map<number, { settle: (marks: TokenMarks) => void; fail: (error: Error) => void }>;
}

/** Threads that colour texts. Each starts when there is work for it, and none keeps the process from ending. */
export class HighlightThreads {
	readonly #threads: Thread[] = [];
	readonly #most: number;
	#last = 0;

	constructor(most = Math.min(availableParallelism(), MOST)) {
		this.#most = most;
	}

	/** The marks of a text by a grammar that Shiki has. Fails where the grammar cannot read it. */
	mark(code: string, grammar: string): Promise<TokenMarks> {
		const thread = this.#idlest();
		const id = ++this.#last;
		return new Promise((settle, fail) => {
			thread.waiting.set(id, { settle, fail });
			thread.worker.ref();
			thread.worker.postMessage({ id, code, grammar } satisfies Question);
		});
	}

	/** Ends the threads. */
	async close(): Promise<void> {
		await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
	}

	#idlest(): Thread {
		const [first] = this.#threads.toSorted((one, other) => one.waiting.size - other.waiting.size);
		if (first && (first.waiting.size === 0 || this.#threads.length >= this.#most)) return first;
		const thread = start();
		this.#threads.push(thread);
		return thread;
	}
}

function start(): Thread {
	const worker = new Worker(new URL(`./thread${extname(import.meta.filename)}`, import.meta.url), {
		// What a text leaves behind is small and soon done with: without this a thread lets it pile up to 100 MB.
		resourceLimits: { maxYoungGenerationSizeMb: 16 },
	});
	const waiting: Thread['waiting'] = new Map();
	worker.unref();
	worker.on('message', (answer: Answer) => {
		const question = waiting.get(answer.id);
		waiting.delete(answer.id);
		if (waiting.size === 0) worker.unref();
		if ('marks' in answer) question?.settle(answer.marks);
		else question?.fail(new Error(answer.error));
	});
	worker.on('error', (error: Error) => {
		for (const { fail } of waiting.values()) fail(error);
		waiting.clear();
	});
	return { worker, waiting };
}
