import type { HttpRequestBody } from '../core/http-request.ts';
import { mediaTypeEssence } from '../core/media-type.ts';
import { isJsonMediaType } from '../core/operation.ts';
import { comparePairs } from './compare-pairs.ts';
import { compareParts } from './compare-parts.ts';
import { decodePairs } from './decode-url.ts';
import { compareJson, isObject, parseExactJson, printJson } from './exact-json.ts';
import { excerpt } from './excerpt.ts';
import type { Quirks } from './quirks.ts';
import { sampleFile } from './sample-files.ts';

/**
 * Says how a body differs from the expected one, by value: JSON with exact numbers, forms by their
 * decoded pairs, parts one by one, everything else by its bytes. `contentType` is the header that came with it.
 */
export function compareBody(expected: HttpRequestBody | undefined, received: Buffer, contentType?: string): string[] {
	const text = received.toString('utf8');
	if (expected?.parts) return compareParts(expected, contentType, received);
	if (expected?.file !== undefined) {
		return sampleFile(expected.file).equals(received) ? [] : [`body: the bytes of ${expected.file} did not arrive`];
	}
	if (expected === undefined || expected.text === '') {
		return received.length === 0 ? [] : [`body: expected none, received ${excerpt(text)}`];
	}
	if (received.length === 0) return [`body: expected ${excerpt(expected.text)}, received none`];
	if (isJsonMediaType(expected.mediaType)) return compareJsonText(expected.text, text);
	if (mediaTypeEssence(expected.mediaType) === 'application/x-www-form-urlencoded') {
		return comparePairs('body', decodePairs(expected.text), decodePairs(text));
	}
	if (Buffer.from(expected.text).equals(received)) return [];
	return [`body: expected ${excerpt(expected.text)}, received ${excerpt(text)}`];
}

/** The body that a request with quirks may have instead of the documented one. */
export function quirkyBody(
	expected: HttpRequestBody | undefined,
	quirk: NonNullable<Quirks['body']>,
): HttpRequestBody | undefined {
	if (quirk === 'any' || quirk === 'empty') return undefined;
	const mediaType = 'application/json';
	if ('is' in quirk) return { mediaType, text: quirk.is };
	const [documented, added] = [parseExactJson(expected?.text ?? '{}'), parseExactJson(quirk.adds)];
	if (documented === undefined || added === undefined || !isObject(documented) || !isObject(added)) {
		return { mediaType, text: quirk.adds };
	}
	return { mediaType, text: printJson({ ...documented, ...added }) };
}

function compareJsonText(expected: string, received: string): string[] {
	const [left, right] = [parseExactJson(expected), parseExactJson(received)];
	if (right === undefined) return [`body: expected JSON, received ${excerpt(received)}`];
	if (left === undefined) return [`body: what is expected is no JSON: ${excerpt(expected)}`];
	return compareJson(left, right).map((difference) => `body ${difference}`.replace('body :', 'body:'));
}
