import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const DAY = 86_400_000;

/** From when until when a record is kept. */
export interface Lifetime {
	created_at: string;
	expires_at: string;
}

/** A life that begins now and lasts some days. */
export function lifetime(now: Date, days: number): Lifetime {
	return { created_at: now.toISOString(), expires_at: new Date(now.getTime() + days * DAY).toISOString() };
}

/** Deletes every record whose time is over. */
export async function deleteExpired(database: Kysely<Tables>, now: Date): Promise<void> {
	for (const table of ['rating', 'comment', 'subscription'] as const)
		await database.deleteFrom(table).where('expires_at', '<=', now.toISOString()).execute();
}
