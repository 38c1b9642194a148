import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** All that is kept of one person. Only subscriptions are somebody's: ratings and comments hold no trace of who sent them. */
export interface Person {
	email: string;
	consent_wording: string;
	consented_at: string;
	privacy_notice: string;
	confirmed_at: string | null;
	mailed_at: string;
	created_at: string;
	expires_at: string | null;
	/** The changes that the person was told of. */
	deliveries: { change_id: string; sent_at: string | null }[];
}

/** Reads what is kept of an address, in lower case; undefined where nothing is. */
export async function exportPerson(database: Kysely<Tables>, email: string): Promise<Person | undefined> {
	const found = await database
		.selectFrom('subscription')
		.selectAll()
		.where('email', '=', email.toLowerCase())
		.executeTakeFirst();
	if (!found) return undefined;
	const { id, confirm_hash, unsubscribe_token, ...told } = found;
	const deliveries = await database
		.selectFrom('delivery')
		.select(['change_id', 'sent_at'])
		.where('subscription_id', '=', id)
		.orderBy('change_id')
		.execute();
	return { ...told, deliveries };
}

/** Erases what is kept of an address; says whether there was anything. */
export async function erasePerson(database: Kysely<Tables>, email: string): Promise<boolean> {
	const erased = await database
		.deleteFrom('subscription')
		.where('email', '=', email.toLowerCase())
		.returning('id')
		.executeTakeFirst();
	return erased !== undefined;
}
