import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Lifetime } from './lifetime.ts';
import type { Tables } from './tables.ts';

/** A rating as it comes in. */
export interface RatingInput {
	page: string;
	value: number;
	/** The `id` of the rating that it takes the place of, where somebody thinks again. */
	replaces?: string;
}

/** Keeps a rating and returns its `id`; one that it replaces changes in its place. */
export async function saveRating(
	database: Kysely<Tables>,
	{ page, value, replaces }: RatingInput,
	{ created_at, expires_at }: Lifetime,
): Promise<string> {
	if (replaces !== undefined) {
		const changed = await database
			.updateTable('rating')
			.set({ value })
			.where('id', '=', replaces)
			.where('page', '=', page)
			.returning('id')
			.executeTakeFirst();
		if (changed) return changed.id;
	}
	const id = randomUUID();
	await database.insertInto('rating').values({ id, page, value, created_at, expires_at }).execute();
	return id;
}
