import type { AnswerHeaders } from './security-headers.ts';

/**
 * The headers by which a browser lets a page of another site load what is meant for embedding: only below `/embed/`, and
 * only for the origins that the project lists. Everything else of the site stays closed to them.
 */
export function embedHeaders(pathname: string, origin: string | undefined, listed: readonly string[]): AnswerHeaders {
	if (!pathname.startsWith('/embed/')) return {};
	const allowed = origin !== undefined && listed.some((one) => isOrigin(one, origin));
	return { vary: 'Origin', ...(allowed ? { 'access-control-allow-origin': origin } : {}) };
}

/** `https://*.example.com` is every host below `example.com`. */
function isOrigin(listed: string, origin: string): boolean {
	const [scheme, host = ''] = listed.split('://*.');
	if (host === '') return listed === origin;
	return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${host}`);
}
