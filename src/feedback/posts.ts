import { saveComment } from './comments.ts';
import { readComment, readConsent, readEmail, readPage, readRating } from './fields.ts';
import { lifetime } from './lifetime.ts';
import { alreadyMail, confirmMail } from './mail-texts.ts';
import type { Mailer } from './mailer.ts';
import { siteAddress } from './origin.ts';
import { saveRating } from './ratings.ts';
import type { Form } from './read-form.ts';
import { Refusal } from './refusal.ts';
import type { FeedbackSettings, ServiceName } from './settings.ts';
import type { Store } from './store.ts';
import { forgetMail, requestSubscription } from './subscriptions.ts';
import { LOW_RATING, PRIVACY_PATH, type said } from './wordings.ts';

/** What the forms work with. */
export interface FeedbackParts {
	settings: FeedbackSettings;
	store: Store;
	/** Absent where no mail can be sent; then nobody can subscribe. */
	mailer?: Mailer;
	/** Whether a path (`/plivo/remove-shortcode/`, decoded) is that of a page of the site. */
	isPage: (path: string) => boolean;
	/** The addresses of the site's style sheets. */
	styleSheets: () => readonly string[];
	/** Told of what fails behind the forms; whoever sent one is told no more than that. */
	onError: (error: unknown) => void;
	now?: () => Date;
}

/** What became of a form: where on its page that is told, and in which words. */
export interface Done {
	page: string;
	fragment: keyof typeof said;
	/** For the page's script: what a further form sends along. */
	id?: string;
}

/** Does what a form asks for. Throws a `Refusal` where it asks wrongly, and rejects with a `StoreUnavailable`. */
type Post = (form: Form, request: Request, parts: FeedbackParts, now: Date) => Promise<Done>;

/** What each form does. */
export const posts: Readonly<Record<ServiceName, Post>> = {
	async rating(form, _request, { settings, store, isPage }, now) {
		const page = readPage(form, isPage);
		const value = readRating(form);
		const replaces = form.get('replaces');
		const life = lifetime(now, settings.days);
		const id = await store.use((database) =>
			saveRating(database, { page, value, ...(replaces ? { replaces } : {}) }, life),
		);
		const isLow = value <= LOW_RATING && settings.services.has('comment');
		return { page, fragment: isLow ? 'improve' : 'rated', id };
	},

	async comment(form, _request, { settings, store, isPage }, now) {
		const page = readPage(form, isPage);
		const text = readComment(form);
		const rating = form.get('rating') ? readRating(form) : null;
		const life = lifetime(now, settings.days);
		await store.use((database) => saveComment(database, { page, rating, text }, life));
		return { page, fragment: 'commented' };
	},

	async subscription(form, request, { settings, store, mailer, isPage, onError }, now) {
		const page = readPage(form, isPage);
		const email = readEmail(form);
		const consentWording = readConsent(form);
		const site = siteAddress(request, settings.siteUrl);
		if (!mailer || !site) {
			onError(new Error('Nobody can subscribe: set SITE_URL, which mails have to link to.'));
			throw new Refusal(503, 'This site cannot send mails yet. Please come back later.', RETRY_LATER);
		}
		const privacyNotice = site + PRIVACY_PATH.slice(1);
		const mail = await store.use((database) =>
			requestSubscription(database, { email, consentWording, privacyNotice }, now),
		);
		try {
			if (mail.kind === 'confirm') await mailer.send(confirmMail(email, site, mail.token));
			if (mail.kind === 'already') await mailer.send(alreadyMail(email, site, mail.unsubscribeToken));
		} catch (error) {
			onError(error);
			await store.use((database) => forgetMail(database, mail));
			throw new Refusal(503, 'The mail could not be sent. Please try again later.', RETRY_LATER);
		}
		return { page, fragment: 'subscribed' };
	},
};

/** When to come back to what fails now, in seconds. */
export const RETRY_LATER = { 'retry-after': '60' };
