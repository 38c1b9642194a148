import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Work } from './take-turns.ts';

/** Our samples written by as many threads as there are cores; what they write counts once it is back in the main thread. */
export interface Threads {
	count: number;
	write: Work;
	stop(): Promise<void>;
}

/** Starts threads that have the document loaded, and waits until all have. */
export async function startThreads(file: string, languages: readonly string[]): Promise<Threads> {
	const count = availableParallelism();
	const workers = Array.from(
		{ length: count },
		(_, one) => new Worker(new URL('worker.ts', import.meta.url), { workerData: { file, one, of: count, languages } }),
	);
	await Promise.all(workers.map((worker) => once(worker, 'message')));
	return {
		count,
		async write() {
			const answers = workers.map((worker) => once(worker, 'message') as Promise<[string[]]>);
			for (const worker of workers) worker.postMessage('write');
			return (await Promise.all(answers)).reduce((sum, [codes]) => sum + codes.length, 0);
		},
		async stop() {
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}
