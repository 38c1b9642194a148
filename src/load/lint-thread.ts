import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Problem } from '../core/problem.ts';
import { lintDocument } from './lint.ts';

/** A file being linted in a thread of its own. */
export interface Linting {
	/** What `lintDocument` finds. Rejects where it throws. */
	findings(): Promise<Problem[]>;
	/** Ends the thread, whether it is done or not. */
	stop(): Promise<unknown>;
}

/** Begins to lint a file in a thread of its own: on a large document that takes as long as all other checks together. */
export function startLinting(file: string): Linting {
	// This very file is what the thread runs.
	const worker = new Worker(new URL(import.meta.url), { workerData: { fileToLint: file } });
	const answer = once(worker, 'message') as Promise<[Problem[]]>;
	// Whoever stops early asks for no findings, and hears of no failure.
	answer.catch(() => undefined);
	return {
		findings: async () => (await answer)[0],
		stop: () => worker.terminate(),
	};
}

const { fileToLint } = (workerData ?? {}) as { fileToLint?: string };
if (fileToLint !== undefined) parentPort?.postMessage(await lintDocument(fileToLint));
