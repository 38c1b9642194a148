import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** One record as it is listed and exported: the columns of every kind, null where a kind has no such thing. */
export interface FeedbackRecord {
	kind: 'rating' | 'comment' | 'subscription';
	created_at: string;
	expires_at: string | null;
	page: string | null;
	rating: number | null;
	comment: string | null;
	email: string | null;
	consent_wording: string | null;
	consented_at: string | null;
	privacy_notice: string | null;
	confirmed_at: string | null;
}

const NOTHING = {
	page: null,
	rating: null,
	comment: null,
	email: null,
	consent_wording: null,
	consented_at: null,
	privacy_notice: null,
	confirmed_at: null,
};

/** The columns, in order. */
export const recordColumns = ['kind', 'created_at', 'expires_at', ...Object.keys(NOTHING)] as (keyof FeedbackRecord)[];

/** Everything that is kept and has not expired, oldest first; from `since` (`2026-11-24`, or with a time) on where it is given. */
export async function readRecords(database: Kysely<Tables>, now: Date, since = ''): Promise<FeedbackRecord[]> {
	const time = now.toISOString();
	const ratings = await database.selectFrom('rating').selectAll().where('expires_at', '>', time).execute();
	const comments = await database.selectFrom('comment').selectAll().where('expires_at', '>', time).execute();
	const subscriptions = await database
		.selectFrom('subscription')
		.selectAll()
		.where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', time)]))
		.execute();
	const records = [
		...ratings.map(({ page, value, created_at, expires_at }): FeedbackRecord => {
			return { kind: 'rating', created_at, expires_at, ...NOTHING, page, rating: value };
		}),
		...comments.map(({ page, rating, text, created_at, expires_at }): FeedbackRecord => {
			return { kind: 'comment', created_at, expires_at, ...NOTHING, page, rating, comment: text };
		}),
		...subscriptions.map(({ id, confirm_hash, unsubscribe_token, mailed_at, ...told }): FeedbackRecord => {
			return { kind: 'subscription', ...NOTHING, ...told };
		}),
	];
	return records
		.filter(({ created_at }) => created_at >= since)
		.sort((a, b) => (a.created_at < b.created_at ? -1 : Number(a.created_at > b.created_at)));
}
