import { RefusalError } from './refusal.ts';

/** What the site itself is called, so that it knows its own pages from others'. */
export interface SiteNames {
	/** Host names without port, lower case, IPv6 in brackets. */
	hosts: readonly string[];
	/** The origin at which the site is published, where a proxy before it changes `Host`. */
	origin?: string;
}

const OWN_PAGES = 'Send it with "Try it" on a page of this site.';

/**
 * Refuses a request that no page of the site can have sent: another site's (`Origin`, `Sec-Fetch-Site`), one whose `Host`
 * is a name made to lead here, and anything but JSON, which no form of another site can send. Throws a `RefusalError`.
 */
export function refuseForeign(headers: Headers, site: SiteNames): void {
	const host = headers.get('host') ?? '';
	const hostname = URL.parse(`http://${host}`)?.hostname ?? '';
	if (!/^[\w.:[\]-]+$/.test(host) || !site.hosts.includes(hostname)) {
		throw new RefusalError(
			'wrong-host',
			'This server does not answer under that host name.',
			'Open the site under its own address; whoever runs it names the address in SITE_URL.',
		);
	}
	const origin = headers.get('origin') ?? '';
	const ownOrigin = origin === site.origin || /^https?:\/\/(.+)$/.exec(origin)?.[1] === host.toLowerCase();
	const fetchSite = headers.get('sec-fetch-site') ?? 'same-origin';
	if (!ownOrigin || fetchSite !== 'same-origin') {
		throw new RefusalError('cross-site', 'Only pages of this site may send requests through it.', OWN_PAGES);
	}
	const [type = ''] = (headers.get('content-type') ?? '').split(';');
	if (type.trim().toLowerCase() !== 'application/json') {
		throw new RefusalError('not-json', 'A request to the proxy is JSON: Content-Type: application/json.', OWN_PAGES);
	}
}
