import type { IncomingMessage } from 'node:http';

/** One request as it came over the wire: nothing decoded, normalised or reordered. */
export interface CapturedRequest {
	method: string;
	/** `https` where the client spoke TLS, through a proxy's tunnel or directly. */
	scheme: 'http' | 'https';
	/** The host the client addressed, with its port where it sent one. */
	host: string;
	/** The path as sent: `//`, `%2e` and bad escapes included. */
	path: string;
	/** The query as sent, without its `?`; empty where there is none. */
	query: string;
	/** Names as spelt and in the order sent; values as Latin-1, as HTTP carries them. */
	headers: readonly (readonly [name: string, value: string])[];
	body: Buffer;
}

/** Reads a request that is whole; `secure` says that it came over TLS. */
export function captureRequest(message: IncomingMessage, body: Buffer, secure: boolean): CapturedRequest {
	const headers: [string, string][] = [];
	for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) {
		headers.push([message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '']);
	}
	// A proxy's client sends `GET http://host/path`; the host is then in the target as well.
	const absolute = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(message.url ?? '');
	const target = absolute ? (absolute[3] ?? '') : (message.url ?? '');
	const mark = target.indexOf('?');
	return {
		method: message.method ?? '',
		scheme: secure || absolute?.[1]?.toLowerCase() === 'https' ? 'https' : 'http',
		host: message.headers.host ?? absolute?.[2] ?? '',
		path: (mark < 0 ? target : target.slice(0, mark)) || '/',
		query: mark < 0 ? '' : target.slice(mark + 1),
		headers,
		body,
	};
}
