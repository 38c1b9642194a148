import type { HttpRequest } from '../../src/core/http-request.ts';

/** A request in HAR's words (https://w3c.github.io/web-performance/specs/HAR/Overview.html), as generators of code take it. */
export interface HarRequest {
	method: string;
	/** Without its query. */
	url: string;
	httpVersion: string;
	cookies: { name: string; value: string }[];
	headers: { name: string; value: string }[];
	queryString: { name: string; value: string }[];
	postData?: { mimeType: string; text: string; params?: { name: string; value: string }[] };
	headersSize: number;
	bodySize: number;
}

/** What goes over the wire for a call, as a HAR request. */
export function toHar({ method, url, headers, body }: HttpRequest): HarRequest {
	const [address = '', query = ''] = url.split('?', 2);
	const isForm = body?.mediaType.startsWith('application/x-www-form-urlencoded');
	return {
		method,
		url: address,
		httpVersion: 'HTTP/1.1',
		cookies: [],
		headers: headers.map(([name, value]) => ({ name, value })),
		queryString: pairs(query),
		...(body
			? { postData: { mimeType: body.mediaType, text: body.text, ...(isForm ? { params: pairs(body.text) } : {}) } }
			: {}),
		headersSize: -1,
		bodySize: -1,
	};
}

function pairs(query: string): { name: string; value: string }[] {
	return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
