import { onTestFinished } from 'vitest';
import type { News } from '../../src/feedback/mail-texts.ts';
import { createMailer } from '../../src/feedback/mailer.ts';
import type { Sending } from '../../src/feedback/send-news.ts';
import { type Forms, ORIGIN } from './forms.ts';
import { linkIn, type Mailbox } from './mailbox.ts';

export const SITE = 'https://docs.example.com/base/';
export const WISH = { email: 'Anna@Example.com', consent: '2026-11' };
export const NEWS: News[] = [
	{ id: 'old', api: 'Tiny', date: '2026-11-01', title: 'Before', path: '/tiny/changes/' },
	{ id: 'a', api: 'Tiny', date: '2026-11-24', title: 'A ping\r\nBcc: eve@example.com', path: '/tiny/changes/' },
	{ id: 'b', api: 'Tiny', date: '2026-11-25', title: 'A pong', description: 'It *answers*.', path: '/tiny/changes/' },
];

/** The settings of a site that sends its mails to a mailbox. */
export function settingsFor({ url }: Mailbox): Record<string, string> {
	return { SMTP_URL: url, SITE_URL: SITE, MAIL_FROM: 'Docs <docs@example.com>' };
}

/** Follows a link of a mail as a browser does: opens it, or presses the button of its page. */
export async function follow(forms: Forms, link: string, method: 'GET' | 'POST', headers = {}): Promise<Response> {
	const { pathname, search } = new URL(link);
	const at = new URL(pathname.replace('/base', '') + search, ORIGIN);
	return forms.answer(new Request(at, { method, headers }), '192.0.2.1');
}

/** The subscriptions that are kept. */
export function rows(forms: Forms) {
	return forms.store.use((database) => database.selectFrom('subscription').selectAll().execute());
}

/** Subscribes an address and confirms it by the link in its mail. */
export async function subscribe(forms: Forms, mailbox: Mailbox, email = WISH.email): Promise<void> {
	await forms.send('subscription', { ...WISH, email });
	await follow(forms, linkIn(mailbox.mails.at(-1), '/confirm?'), 'POST');
}

/** What sending news takes, with a mailer to a mailbox. */
export async function sending(forms: Forms, mailbox: Mailbox): Promise<Sending> {
	const mailer = await createMailer(mailbox.url, 'docs@example.com');
	onTestFinished(() => mailer.close());
	return { store: forms.store, mailer, site: SITE, now: () => new Date() };
}
