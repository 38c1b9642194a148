import type { FeedbackParts } from './posts.ts';
import { Refusal } from './refusal.ts';
import type { PageContent } from './result-page.ts';
import { confirmSubscription, endSubscription } from './subscriptions.ts';
import { isToken } from './token.ts';

/** What a link in a mail leads to: a page with a button, for mail programs open links by themselves, and what the button does. */
export interface TokenPage {
	ask: Omit<PageContent, 'form'> & { button: string };
	act: (token: string, parts: FeedbackParts, now: Date) => Promise<PageContent>;
}

/** The pages that mails link to, by the last part of their path. */
export const tokenPages: Readonly<Record<string, TokenPage>> = {
	confirm: {
		ask: {
			title: 'Confirm your subscription',
			message: 'We tell you by mail when the API changes.',
			button: 'Confirm',
		},
		async act(token, { store }, now) {
			if (await store.use((database) => confirmSubscription(database, token, now)))
				return { title: 'You are subscribed', message: 'Every mail has a link that ends it.' };
			throw new Refusal(410, 'This link is no longer good. Subscribe once more to get another.');
		},
	},
	unsubscribe: {
		ask: {
			title: 'Unsubscribe',
			message: 'No more mails are sent, and your address is erased.',
			button: 'Unsubscribe',
		},
		async act(token, { store }) {
			// Whether there was such a subscription is nobody's business, and it ends the same way: there is none.
			await store.use((database) => endSubscription(database, token));
			return { title: 'You are unsubscribed', message: 'Your address is erased, with all that was kept with it.' };
		},
	},
};

/** The token of a link. Throws a `Refusal` where the link was cut off or never was one. */
export function tokenOf(request: Request): string {
	const token = new URL(request.url).searchParams.get('token') ?? '';
	if (!isToken(token)) throw new Refusal(400, 'This link is not complete. Copy the whole of it from the mail.');
	return token;
}
