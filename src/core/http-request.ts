import type { BodyPart } from './body-parts.ts';
import type { HttpCall } from './http-call.ts';
import { own } from './own.ts';
import { fillParts, type Parts } from './parts.ts';
import { encodeComponent } from './serialize-parameter.ts';
import { fillPlaceholders, toJsonText } from './value.ts';
import { escapeXml } from './xml-text.ts';

/** What must go over the wire: the one oracle that samples, SDKs, the mock and the try-it client are held to. */
export interface HttpRequest {
	method: string;
	/** Absolute and percent-encoded, with its query. */
	url: string;
	/** Every header that the request has to carry; others may come with it. */
	headers: [name: string, value: string][];
	body?: HttpRequestBody;
}

/** A body as it is sent: a text, the parts of `multipart/form-data`, or the bytes of a file. */
export interface HttpRequestBody {
	mediaType: string;
	/** Empty where `parts` or `file` say what is sent. */
	text: string;
	/** In order. What stands between them is the client's own business. */
	parts?: HttpPart[];
	/** The name of the file; its bytes are the reader's. */
	file?: string;
}

/** One part: a text, or a file by its name. A `text/plain` part may come without its media type (RFC 7578, 4.4). */
export type HttpPart = { name: string; mediaType: string } & ({ text: string } | { file: string });

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
	const body = requestBody(call, values);
	return {
		method: call.method,
		url: fillParts(call.url, values, encodeComponent) + (query ? `?${query}` : ''),
		headers,
		...(body ? { body } : {}),
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

function requestBody({ body }: HttpCall, values: Readonly<Record<string, string>>): HttpRequestBody | undefined {
	if (!body) return undefined;
	const { mediaType } = body;
	switch (body.kind) {
		case 'json':
			return { mediaType, text: toJsonText(fillPlaceholders(body.value, values)) };
		case 'form':
			return {
				mediaType,
				text: encodePairs(body.pairs.map(([name, value]) => [name, fillParts(value, values)] as const)),
			};
		case 'text':
			return { mediaType, text: fillMarked(body.text, values) };
		case 'file':
			return { mediaType, text: '', file: body.file };
		case 'multipart':
			return { mediaType, text: '', parts: body.parts.map((part) => requestPart(part, values)) };
	}
}

function requestPart(part: BodyPart, values: Readonly<Record<string, string>>): HttpPart {
	return 'file' in part ? part : { ...part, text: fillMarked(part.text, values) };
}

/** A text whose placeholders stand in strings of JSON or in XML, and are escaped as these ask. */
function fillMarked(text: Parts, values: Readonly<Record<string, string>>): string {
	return text
		.map((part) => {
			const filled = fillParts([part], values);
			if (typeof part === 'string' || !('placeholder' in part)) return filled;
			return part.xml ? escapeXml(filled) : part.json ? JSON.stringify(filled).slice(1, -1) : filled;
		})
		.join('');
}

function toBase64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
