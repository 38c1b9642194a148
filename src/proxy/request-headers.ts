import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { HttpRequest } from '../core/http-request.ts';
import { RefusalError } from './refusal.ts';

/** What belongs to a connection or to whoever forwards a request (RFC 9110, 7.6), and no document may set. */
const OWN =
	/^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|accept-encoding|expect|forwarded|via|x-forwarded-.*|x-real-ip|true-client-ip|http2-settings)$/i;

/**
 * The headers that go to the API: those of the request that the document describes, and the proxy's own. Nothing is taken
 * from what the reader's browser sent, so that neither the site's cookies nor a forwarding header can be among them.
 * Throws a `RefusalError` on a header that is not the document's to set, or that HTTP cannot send.
 */
export function requestHeaders({ headers, body, method }: HttpRequest, host: string): [name: string, value: string][] {
	for (const [name, value] of headers) refuse(name, value);
	const given = (name: string) => headers.some(([other]) => other.toLowerCase() === name);
	const length = body ? Buffer.byteLength(body.text) : /^(POST|PUT|PATCH)$/.test(method) ? 0 : undefined;
	return [
		['Host', host],
		...headers,
		...(given('accept') ? [] : [['Accept', '*/*'] as [string, string]]),
		...(given('user-agent') ? [] : [['User-Agent', 'specimen-try-it'] as [string, string]]),
		['Accept-Encoding', 'br, gzip'],
		...(length === undefined ? [] : [['Content-Length', String(length)] as [string, string]]),
	];
}

function refuse(name: string, value: string): void {
	const hint = 'Leave the header out, or send another value.';
	if (OWN.test(name)) throw new RefusalError('refused-header', `The header ${name} is not for a reader to set.`, hint);
	try {
		validateHeaderName(name);
		validateHeaderValue(name, value);
	} catch {
		// What Node says may repeat the value, which may be a secret.
		throw new RefusalError('refused-header', `HTTP cannot send the value of the header ${name}.`, hint);
	}
}
