import type { HttpRequest } from '../core/http-request.ts';
import { comparePairs } from './compare-pairs.ts';
import { decodePairs } from './decode-url.ts';
import { compareJson, isObject, parseExactJson, printJson } from './exact-json.ts';
import { excerpt } from './excerpt.ts';
import type { Quirks } from './quirks.ts';

type Body = NonNullable<HttpRequest['body']>;

/**
 * Says how a body differs from the expected one, by value: JSON with exact numbers, forms by their
 * decoded pairs, everything else by its bytes.
 */
export function compareBody(expected: Body | undefined, received: Buffer): string[] {
	const text = received.toString('utf8');
	if (expected === undefined || expected.text === '') {
		return received.length === 0 ? [] : [`body: expected none, received ${excerpt(text)}`];
	}
	if (received.length === 0) return [`body: expected ${excerpt(expected.text)}, received none`];
	const essence = essenceOf(expected.mediaType);
	if (/^application\/json$|\+json$/.test(essence)) return compareJsonText(expected.text, text);
	if (essence === 'application/x-www-form-urlencoded') {
		return comparePairs('body', decodePairs(expected.text), decodePairs(text));
	}
	if (Buffer.from(expected.text).equals(received)) return [];
	return [`body: expected ${excerpt(expected.text)}, received ${excerpt(text)}`];
}

/** The body that a request with quirks may have instead of the documented one. */
export function quirkyBody(expected: Body | undefined, quirk: NonNullable<Quirks['body']>): Body | undefined {
	if (quirk === 'any' || quirk === 'empty') return undefined;
	const mediaType = 'application/json';
	if ('is' in quirk) return { mediaType, text: quirk.is };
	const [documented, added] = [parseExactJson(expected?.text ?? '{}'), parseExactJson(quirk.adds)];
	if (documented === undefined || added === undefined || !isObject(documented) || !isObject(added)) {
		return { mediaType, text: quirk.adds };
	}
	return { mediaType, text: printJson({ ...documented, ...added }) };
}

/** A media type without its parameters, in lower case. */
export function essenceOf(mediaType: string): string {
	return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

function compareJsonText(expected: string, received: string): string[] {
	const [left, right] = [parseExactJson(expected), parseExactJson(received)];
	if (right === undefined) return [`body: expected JSON, received ${excerpt(received)}`];
	if (left === undefined) return [`body: what is expected is no JSON: ${excerpt(expected)}`];
	return compareJson(left, right).map((difference) => `body ${difference}`.replace('body :', 'body:'));
}
