import type { IncomingMessage } from 'node:http';

/** Where a request leads on a site that is published below a path. */
export type Target = { url: URL } | { redirect: string } | undefined;

/**
 * Takes the path that a site is published below (`/reference`, or empty) from a request's target, so that everything behind
 * it knows only paths of the site. The bare root leads to the site, `/healthz` is answered in both places, and what lies
 * elsewhere is undefined.
 */
export function belowBase(base: string, url: URL, request: IncomingMessage): Target {
	if (base === '' || url.pathname === '/healthz') return { url };
	if (url.pathname === '/' || url.pathname === base) return { redirect: `${base}/${url.search}` };
	if (!url.pathname.startsWith(`${base}/`)) return undefined;
	// A redirect from a folder's name to the folder is made of this.
	(request as { originalUrl?: string }).originalUrl = url.pathname + url.search;
	const inner = new URL(url);
	inner.pathname = url.pathname.slice(base.length);
	return { url: inner };
}
