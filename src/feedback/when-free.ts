import { setTimeout } from 'node:timers/promises';

/** SQLite's result codes for a file that another program is writing to; a code's finer kinds stand above its low byte. */
const BUSY = 5;

/** How long another program may hold a file, and how often it is asked for, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 25;

/**
 * Does something with a file of SQLite as soon as no other program holds it. SQLite itself would wait as well, but the
 * whole server with it. Throws what SQLite says where that lasts longer than ten seconds, and on any other fault.
 */
export async function whenFree<T>(work: () => T | Promise<T>): Promise<T> {
	const until = Date.now() + PATIENCE;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (!isBusy(error) || Date.now() > until) throw error;
		}
		await setTimeout(PAUSE);
	}
}

function isBusy(error: unknown): boolean {
	return ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY;
}
