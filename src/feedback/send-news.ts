import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type News, newsMail } from './mail-texts.ts';
import type { Mailer } from './mailer.ts';
import type { Store } from './store.ts';
import type { Subscription, Tables } from './tables.ts';

/** How long a mail may be on its way, in milliseconds; what was claimed before that and never sent belongs to a run that broke off. */
const UNDERWAY = 3_600_000;

/** What sending takes. */
export interface Sending {
	store: Store;
	/** Absent for a trial: then nothing is sent, and nothing is kept of it. */
	mailer?: Mailer;
	/** The site's address, which ends with `/`. */
	site: string;
	now: () => Date;
}

/** How sending went. */
export interface SendReport {
	subscribers: number;
	/** How many were told something. */
	told: number;
	/** Whom the mail server did not take a mail for, and why; the next run tries again. */
	failed: { email: string; reason: string }[];
}

/**
 * Tells every subscriber what changed since the day that they confirmed, in one mail each. A change is claimed before it
 * is sent, so that nobody hears of it twice, though two programs send at once or this one runs again.
 */
export async function sendNews(sending: Sending, news: readonly News[]): Promise<SendReport> {
	const { store } = sending;
	const subscriptions = await store.use((database) =>
		database
			.selectFrom('subscription')
			.selectAll()
			.where('confirmed_at', 'is not', null)
			.orderBy('created_at')
			.execute(),
	);
	const report: SendReport = { subscribers: subscriptions.length, told: 0, failed: [] };
	for (const subscription of subscriptions) {
		const wanted = news.filter(({ date }) => date >= (subscription.confirmed_at ?? '').slice(0, 10));
		const outcome = await tell(sending, subscription, wanted);
		if (outcome === 'told') report.told++;
		else if (outcome !== 'nothing') report.failed.push({ email: subscription.email, reason: outcome.reason });
	}
	return report;
}

async function tell(
	{ store, mailer, site, now }: Sending,
	{ id, email, unsubscribe_token }: Subscription,
	wanted: readonly News[],
): Promise<'told' | 'nothing' | { reason: string }> {
	const ids = mailer
		? await store.use((database) => claim(database, id, wanted, now()))
		: await store.use((database) => untold(database, id, wanted));
	const fresh = wanted.filter((change) => ids.has(change.id));
	if (fresh.length === 0) return 'nothing';
	if (!mailer) return 'told';
	const mail = newsMail(email, site, unsubscribe_token, fresh);
	const mine = (database: Kysely<Tables>) => ({
		sent: database
			.updateTable('delivery')
			.set({ sent_at: now().toISOString() })
			.where('subscription_id', '=', id)
			.where('change_id', 'in', [...ids]),
		released: database
			.deleteFrom('delivery')
			.where('subscription_id', '=', id)
			.where('change_id', 'in', [...ids]),
	});
	try {
		await mailer.send({ ...mail, messageId: messageId(id, fresh, site) });
	} catch (error) {
		await store.use((database) => mine(database).released.execute());
		return { reason: error instanceof Error ? error.message : String(error) };
	}
	await store.use((database) => mine(database).sent.execute());
	return 'told';
}

/** Takes upon this run the changes that a subscriber was not told of, and returns their ids. */
async function claim(
	database: Kysely<Tables>,
	id: string,
	wanted: readonly News[],
	now: Date,
): Promise<ReadonlySet<string>> {
	if (wanted.length === 0) return new Set();
	const claimed_at = now.toISOString();
	const claimed = await database
		.insertInto('delivery')
		.values(wanted.map((change) => ({ subscription_id: id, change_id: change.id, claimed_at, sent_at: null })))
		.onConflict((conflict) =>
			conflict
				.columns(['subscription_id', 'change_id'])
				.doUpdateSet({ claimed_at })
				.where('delivery.sent_at', 'is', null)
				.where('delivery.claimed_at', '<=', new Date(now.getTime() - UNDERWAY).toISOString()),
		)
		.returning('change_id')
		.execute();
	return new Set(claimed.map(({ change_id }) => change_id));
}

/** What a subscriber was not told of yet, without a claim to it. */
async function untold(database: Kysely<Tables>, id: string, wanted: readonly News[]): Promise<ReadonlySet<string>> {
	const told = await database.selectFrom('delivery').select('change_id').where('subscription_id', '=', id).execute();
	const known = new Set(told.map(({ change_id }) => change_id));
	return new Set(wanted.map((change) => change.id).filter((change) => !known.has(change)));
}

/** The same for the same mail: should a run break off between sending and keeping that, a mailbox can tell. */
function messageId(id: string, news: readonly News[], site: string): string {
	const words = [id, ...news.map((change) => change.id)].join('\n');
	return `<${createHash('sha256').update(words).digest('hex').slice(0, 32)}@${new URL(site).hostname}>`;
}
