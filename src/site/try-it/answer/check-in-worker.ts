import type { Check, Checked } from './check-worker.ts';

const LONGEST = 10_000;

/**
 * Compares a body with its schema beside the page, so that neither a large body nor a costly pattern stops it.
 * Resolves to nothing where that cannot be done, or takes longer than ten seconds; rejects when the signal says so.
 */
export function checkInWorker(check: Check, signal: AbortSignal): Promise<Checked | undefined> {
	const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
	let timer: number | undefined;
	return new Promise<Checked | undefined>((settle, reject) => {
		worker.onmessage = ({ data }: MessageEvent<Checked>) => settle(data);
		worker.onerror = () => settle(undefined);
		timer = setTimeout(settle, LONGEST);
		signal.addEventListener('abort', () => reject(signal.reason));
		worker.postMessage(check);
	}).finally(() => {
		clearTimeout(timer);
		worker.terminate();
	});
}
