import { domainToASCII } from 'node:url';
import type { Form } from './read-form.ts';
import { Refusal } from './refusal.ts';
import { COMMENT_LENGTH, CONSENT, consents } from './wordings.ts';

const PAGE_LENGTH = 300;
const EMAIL_LENGTH = 254;

/** Control characters that no text needs, and which a database may not take: all but tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The page that a form belongs to: the path of one that the site has. Throws a `Refusal` of any other. */
export function readPage(form: Form, isPage: (path: string) => boolean): string {
	const page = form.get('page') ?? '';
	const path = page.length <= PAGE_LENGTH ? decodePath(page) : undefined;
	if (path === undefined || !isPage(path)) throw new Refusal(422, 'This site has no such page.');
	return page;
}

/** What a path means, where it is written as a browser writes it: one spelling a page, and nothing that leads elsewhere. */
function decodePath(page: string): string | undefined {
	if (!/^\/(?:[\w.~%-]+\/)*$/.test(page) || /\/\.+\//.test(page)) return undefined;
	try {
		const path = decodeURIComponent(page);
		return encodeURI(path) === page && !/[\\\p{Cc}]/u.test(path) ? path : undefined;
	} catch {
		// Malformed percent-encoding: there is no such path.
		return undefined;
	}
}

/** A rating from 1 to 5. Throws a `Refusal` of anything else. */
export function readRating(form: Form): number {
	const value = form.get('rating') ?? '';
	if (!/^[1-5]$/.test(value)) throw new Refusal(422, 'Choose from 1 to 5 stars.');
	return Number(value);
}

/** A comment without control characters, its lines ended as Unix ends them. Throws a `Refusal` of none, or one too long. */
export function readComment(form: Form): string {
	const text = (form.get('comment') ?? '').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
	if (text === '') throw new Refusal(422, 'Write a few words first.');
	if (text.length > COMMENT_LENGTH)
		throw new Refusal(422, `A comment holds at most ${COMMENT_LENGTH} characters; yours has ${text.length}.`);
	return text;
}

/**
 * An e-mail address in lower case, a domain beyond ASCII as it stands in the DNS. Throws a `Refusal` of what mail cannot
 * be sent to, or only in a spelling (quotes, comments, a bare host) that forms of this kind are misused with.
 */
export function readEmail(form: Form): string {
	const [, local = '', domain = ''] =
		/^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([^\s@]+)$/.exec(form.get('email')?.trim() ?? '') ?? [];
	const host = domainToASCII(domain);
	const email = `${local}@${host}`.toLowerCase();
	const isHost = /^(?=.*[a-z])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host);
	if (!local || /^\.|\.\.|\.$/.test(local) || !isHost || email.length > EMAIL_LENGTH)
		throw new Refusal(422, 'That is no e-mail address that mail can be sent to.');
	return email;
}

/** The words that stood beside the form. Throws a `Refusal` where it names none that are known. */
export function readConsent(form: Form): string {
	const name = form.get('consent') ?? '';
	const wording = Object.entries(consents).find(([known]) => known === name)?.[1];
	if (wording === undefined)
		throw new Refusal(422, `The form does not say what you agree to ("${CONSENT}"). Load the page again.`);
	return wording;
}
