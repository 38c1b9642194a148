import type { Kysely } from 'kysely';
import type { OpenDatabase } from './open-database.ts';
import type { Tables } from './tables.ts';

/** The database cannot do its part now; `cause` says why. Nothing that was to be written is. */
export class StoreUnavailable extends Error {
	constructor(cause: unknown) {
		super(`The database of the forms: ${reasonOf(cause)}`, { cause });
		this.name = 'StoreUnavailable';
	}
}

/** The database as its users need it: there when it is asked, though it went away and came back meanwhile. */
export interface Store {
	/** Works on the database. Rejects with a `StoreUnavailable` where it, or the way to it, fails. */
	use<T>(work: (database: Kysely<Tables>) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** Makes a store that opens its database when it is first needed, and again after it could not be opened. */
export function createStore(open: () => Promise<OpenDatabase>): Store {
	let opening: Promise<OpenDatabase> | undefined;

	function opened(): Promise<OpenDatabase> {
		opening ??= open().catch((error: unknown) => {
			opening = undefined;
			throw error;
		});
		return opening;
	}

	async function current(): Promise<OpenDatabase> {
		const asked = opened();
		const found = await asked;
		if (found.isIntact()) return found;
		// Of many that notice, one lets go of what is lost.
		if (opening === asked) {
			opening = undefined;
			await found.close();
		}
		return opened();
	}

	return {
		async use(work) {
			try {
				return await work((await current()).database);
			} catch (cause) {
				throw new StoreUnavailable(cause);
			}
		},
		async close() {
			const last = opening;
			opening = undefined;
			// One that could not be opened has nothing to close, and was told of when it failed.
			const found = await last?.catch(() => undefined);
			await found?.close();
		},
	};
}

/** An engine's words; of several addresses that were tried in vain, those of the first. */
function reasonOf(cause: unknown): string {
	const first = cause instanceof AggregateError ? cause.errors[0] : cause;
	return first instanceof Error ? first.message : String(first);
}
