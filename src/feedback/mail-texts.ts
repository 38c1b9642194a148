import type { Mail } from './mailer.ts';
import { CONFIRM_DAYS } from './subscriptions.ts';

/** One change of an API, as a mail tells it. */
export interface News {
	/** The same wherever the change is told. */
	id: string;
	/** The API's title. */
	api: string;
	/** `2026-11-24`. */
	date: string;
	title: string;
	/** Plain text. */
	description?: string;
	/** The path of the page that tells of it. */
	path: string;
}

/** The mail that asks whether its owner wants to subscribe. `site` is the site's address and ends with `/`. */
export function confirmMail(to: string, site: string, token: string): Mail {
	return {
		to,
		subject: 'Please confirm your subscription',
		text: `Somebody, we hope you, asked at ${site} to be told of changes by mail.

Confirm that you want it:
${site}feedback/confirm?token=${token}

If it was not you, do nothing: no further mail comes, and your address is erased after ${CONFIRM_DAYS} days.
`,
	};
}

/** The mail for an address that is subscribed already: who filled in the form cannot tell, its owner can. */
export function alreadyMail(to: string, site: string, unsubscribeToken: string): Mail {
	const unsubscribe = unsubscribeAddress(site, unsubscribeToken);
	return {
		to,
		subject: 'You are subscribed already',
		text: `Somebody, we hope you, asked at ${site} to be told of changes by mail. You already are; there is nothing to do.

Unsubscribe, which erases your address:
${unsubscribe}
`,
		unsubscribe,
	};
}

/** The mail that tells a subscriber of changes. */
export function newsMail(to: string, site: string, unsubscribeToken: string, news: readonly News[]): Mail {
	const unsubscribe = unsubscribeAddress(site, unsubscribeToken);
	const [first] = news;
	const told = news.map(
		({ api, date, title, description, path }) =>
			`${date}  ${title}\n${api}\n${description ? `\n${description.trim()}\n` : ''}\n${site}${path.slice(1)}\n`,
	);
	return {
		to,
		subject: news.length === 1 && first ? `${first.api}: ${oneLine(first.title)}` : `${news.length} changes`,
		text: `${told.join('\n\n')}
-- 
You get this because you subscribed at ${site}
Unsubscribe, which erases your address:
${unsubscribe}
`,
		unsubscribe,
	};
}

function unsubscribeAddress(site: string, token: string): string {
	return `${site}feedback/unsubscribe?token=${token}`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
