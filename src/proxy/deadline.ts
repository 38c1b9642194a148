import type { RefusalError } from './refusal.ts';

/** A limit in time on some work. */
export interface Deadline {
	/** Aborted when time is up, or with the outer signal; its reason is the refusal to answer with. */
	signal: AbortSignal;
	/** To be called once the work is done. */
	clear: () => void;
}

/** Starts a deadline in so many milliseconds, within an outer signal whose reason is a `RefusalError` as well. */
export function startDeadline(ms: number, refusal: () => RefusalError, outer: AbortSignal): Deadline {
	const controller = new AbortController();
	const follow = () => controller.abort(outer.reason);
	if (outer.aborted) follow();
	outer.addEventListener('abort', follow, { once: true });
	const timer = setTimeout(() => controller.abort(refusal()), ms);
	const clear = () => {
		clearTimeout(timer);
		outer.removeEventListener('abort', follow);
	};
	return { signal: controller.signal, clear };
}

/** The work, or the reason of the signal where that comes first: for work that cannot be stopped. */
export function abortable<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
	const { promise, resolve, reject } = Promise.withResolvers<Result>();
	const stop = () => reject(signal.reason);
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	return promise;
}
