import { Refusal } from './refusal.ts';

/**
 * Refuses a form that a page of another site sent. Browsers say where a form comes from in headers that no page can set:
 * `Sec-Fetch-Site`, which they send over HTTPS and from this machine, and `Origin`, which they send with every POST.
 * Whoever sends neither is no browser, and no page of this site is behind it, so it is refused as well.
 * `siteUrl` is the site's own address, where a proxy asks under another name.
 */
export function requireSameOrigin({ headers }: Request, siteUrl: URL | undefined): void {
	const site = headers.get('sec-fetch-site');
	const origin = headers.get('origin');
	if (site !== null ? site === 'same-origin' : origin !== null && isOwn(origin, headers.get('host'), siteUrl)) return;
	throw new Refusal(403, 'This form has to be sent from a page of this site.');
}

/** The scheme is not compared: a proxy that speaks HTTPS asks in plain HTTP. */
function isOwn(origin: string, host: string | null, siteUrl: URL | undefined): boolean {
	const from = URL.parse(origin);
	if (!from || !/^https?:$/.test(from.protocol)) return false;
	return from.host === siteUrl?.host || (host !== null && from.host === URL.parse(`${from.protocol}//${host}`)?.host);
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The address that links in mails begin with, ending with `/`: `SITE_URL`, or else what the form was sent from, if that
 * is this machine itself. Any other name in a request is the sender's to choose, and would lead whoever gets the mail astray.
 */
export function siteAddress({ headers }: Request, siteUrl: URL | undefined): string | undefined {
	if (siteUrl) return siteUrl.href.replace(/\/?$/, '/');
	const origin = URL.parse(headers.get('origin') ?? '') ?? URL.parse(`http://${headers.get('host')}`);
	if (!origin || !LOOPBACK.test(origin.hostname) || origin.host !== headers.get('host')) return undefined;
	return `${origin.origin}/`;
}
