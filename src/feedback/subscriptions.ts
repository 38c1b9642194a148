import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { lifetime } from './lifetime.ts';
import type { Tables } from './tables.ts';
import { hashToken, makeToken } from './token.ts';

/** How long a subscription waits to be confirmed, in days. */
export const CONFIRM_DAYS = 2;

/** How long an address is left alone after the form sent it a mail, in milliseconds: nobody's mailbox can be filled by it. */
const PAUSE = 10 * 60_000;

/** A wish to subscribe, as it comes in. */
export interface SubscriptionInput {
	email: string;
	consentWording: string;
	privacyNotice: string;
}

/** What is to be mailed to the address now; whoever filled in the form sees no difference. */
export type SubscriptionMail =
	| { kind: 'confirm'; id: string; token: string }
	| { kind: 'already'; id: string; unsubscribeToken: string }
	| { kind: 'none' };

/** Keeps an address, unconfirmed, with what its owner agreed to. A newer wish takes the place of an unconfirmed one. */
export async function requestSubscription(
	database: Kysely<Tables>,
	{ email, consentWording, privacyNotice }: SubscriptionInput,
	now: Date,
): Promise<SubscriptionMail> {
	const token = makeToken();
	const { created_at, expires_at } = lifetime(now, CONFIRM_DAYS);
	const lastMail = new Date(now.getTime() - PAUSE).toISOString();
	const wish = {
		consent_wording: consentWording,
		consented_at: created_at,
		privacy_notice: privacyNotice,
		confirm_hash: hashToken(token),
		mailed_at: created_at,
		expires_at,
	};
	const kept = await database
		.insertInto('subscription')
		.values({ ...wish, id: randomUUID(), email, confirmed_at: null, unsubscribe_token: makeToken(), created_at })
		.onConflict((conflict) =>
			conflict
				.column('email')
				.doUpdateSet(wish)
				.where('subscription.confirmed_at', 'is', null)
				.where('subscription.mailed_at', '<=', lastMail),
		)
		.returning('id')
		.executeTakeFirst();
	if (kept) return { kind: 'confirm', id: kept.id, token };
	const confirmed = await database
		.updateTable('subscription')
		.set({ mailed_at: created_at })
		.where('email', '=', email)
		.where('confirmed_at', 'is not', null)
		.where('mailed_at', '<=', lastMail)
		.returning(['id', 'unsubscribe_token'])
		.executeTakeFirst();
	return confirmed
		? { kind: 'already', id: confirmed.id, unsubscribeToken: confirmed.unsubscribe_token }
		: { kind: 'none' };
}

/** Takes back what was kept for a mail that could not be sent, so that the form can be sent again at once. */
export async function forgetMail(database: Kysely<Tables>, mail: SubscriptionMail): Promise<void> {
	if (mail.kind === 'none') return;
	if (mail.kind === 'already') {
		await database.updateTable('subscription').set({ mailed_at: '' }).where('id', '=', mail.id).execute();
		return;
	}
	await database
		.deleteFrom('subscription')
		.where('id', '=', mail.id)
		.where('confirm_hash', '=', hashToken(mail.token))
		.where('confirmed_at', 'is', null)
		.execute();
}

/** Confirms the subscription that a token was mailed for; false where there is none, or its time is over. Twice is once. */
export async function confirmSubscription(database: Kysely<Tables>, token: string, now: Date): Promise<boolean> {
	const time = now.toISOString();
	const confirmed = await database
		.updateTable('subscription')
		.set((row) => ({ confirmed_at: row.fn.coalesce('confirmed_at', row.val(time)), expires_at: null }))
		.where('confirm_hash', '=', hashToken(token))
		.where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', time)]))
		.returning('id')
		.executeTakeFirst();
	return confirmed !== undefined;
}

/** Ends a subscription and erases all that was kept of it; what it was told of goes with it. */
export async function endSubscription(database: Kysely<Tables>, unsubscribeToken: string): Promise<void> {
	await database.deleteFrom('subscription').where('unsubscribe_token', '=', unsubscribeToken).execute();
}
