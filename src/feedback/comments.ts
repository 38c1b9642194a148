import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Lifetime } from './lifetime.ts';
import { redact } from './redact.ts';
import type { Tables } from './tables.ts';

/** A comment as it comes in. */
export interface CommentInput {
	page: string;
	rating: number | null;
	text: string;
}

/** Keeps a comment, without what looks like a secret or an address in it. */
export async function saveComment(
	database: Kysely<Tables>,
	{ page, rating, text }: CommentInput,
	{ created_at, expires_at }: Lifetime,
): Promise<void> {
	await database
		.insertInto('comment')
		.values({ id: randomUUID(), page, rating, text: redact(text), created_at, expires_at })
		.execute();
}
