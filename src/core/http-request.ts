import type { HttpCall } from './http-call.ts';
import { own } from './own.ts';
import { fillParts } from './parts.ts';
import { encodeComponent } from './serialize-parameter.ts';
import { fillPlaceholders, toJsonText } from './value.ts';

/** What must go over the wire: the one oracle that samples, SDKs, the mock and the try-it client are held to. */
export interface HttpRequest {
	method: string;
	/** Absolute and percent-encoded, with its query. */
	url: string;
	/** Every header that the request has to carry; others may come with it. */
	headers: [name: string, value: string][];
	body?: { mediaType: string; text: string };
}

/** The request of a call. `values` holds the credentials, and whatever the reader put in place of a placeholder, by name. */
export function toHttpRequest(call: HttpCall, values: Readonly<Record<string, string>> = {}): HttpRequest {
	const pairs = call.query.map(([name, value]) => [name, fillParts(value, values)] as const);
	const query = encodePairs(pairs);
	const headers = call.headers.map(([name, value]): [string, string] => [name, fillParts(value, values, encodeMarked)]);
	if (call.basic) {
		const { username, password } = call.basic;
		const pair = `${own(values, username.name) ?? `<${username.name}>`}:${own(values, password.name) ?? `<${password.name}>`}`;
		headers.push(['Authorization', `Basic ${toBase64(pair)}`]);
	}
	const text = bodyText(call, values);
	return {
		method: call.method,
		url: fillParts(call.url, values, encodeComponent) + (query ? `?${query}` : ''),
		headers,
		...(call.body && text !== undefined ? { body: { mediaType: call.body.mediaType, text } } : {}),
	};
}

/** Cookies stand percent-encoded in their header. */
function encodeMarked(text: string, encoded: boolean): string {
	return encoded ? encodeComponent(text) : text;
}

/** Pairs as `application/x-www-form-urlencoded`, with `%20` for a space. */
export function encodePairs(pairs: readonly (readonly [string, string])[]): string {
	return pairs.map(([name, value]) => `${encodeComponent(name)}=${encodeComponent(value)}`).join('&');
}

function bodyText(call: HttpCall, values: Readonly<Record<string, string>>): string | undefined {
	const { body } = call;
	switch (body?.kind) {
		case undefined:
			return undefined;
		case 'json':
			return toJsonText(fillPlaceholders(body.value, values));
		case 'form':
			return encodePairs(body.pairs.map(([name, value]) => [name, fillParts(value, values)] as const));
		case 'text':
			return fillParts(body.text, values);
	}
}

function toBase64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
