import { mediaTypeEssence } from '../core/media-type.ts';
import type { CapturedRequest } from './captured-request.ts';
import { compareBody, quirkyBody } from './compare-body.ts';
import { comparePairs } from './compare-pairs.ts';
import { decodePairs, decodePath, type Pair, splitUrl } from './decode-url.ts';
import { excerpt } from './excerpt.ts';
import type { Expectation } from './quirks.ts';

/** What comparing came to. Nothing in either list: the request is as documented. */
export interface Comparison {
	/** Sentences a person can act on: "query limit: expected 5, received 4". */
	differences: string[];
	/** Quirks that were declared and did not happen: delete them. */
	unused: string[];
}

/** Compares one request with what is expected: method, host, decoded path and query, headers, body. */
export function compareRequest(expectation: Expectation, received: CapturedRequest): Comparison {
	const { request } = expectation;
	const { origin } = splitUrl(request.url);
	const parts = [comparePath(expectation, received), compareQuery(expectation, received), body(expectation, received)];
	const differences = [
		...differ('method', request.method.toUpperCase(), received.method),
		...differ('host', normalOrigin(origin), normalOrigin(`${received.scheme}://${received.host}`)),
		...(parts[0]?.differences ?? []),
		...(parts[1]?.differences ?? []),
		...compareHeaders(request.headers, received),
		...(parts[2]?.differences ?? []),
	];
	return { differences, unused: parts.flatMap(({ unused }) => unused) };
}

function comparePath({ request, quirks }: Expectation, received: CapturedRequest): Comparison {
	const expected = splitUrl(request.url).path;
	const doubled = quirks?.path === 'double-slash';
	const path = doubled ? received.path.replaceAll(/\/{2,}/g, '/') : received.path;
	const unused = doubled && path === received.path ? ['path: double-slash'] : [];
	const same = JSON.stringify(decodePath(path)) === JSON.stringify(decodePath(expected));
	return { differences: same ? [] : differ('path', expected, received.path), unused };
}

function compareQuery({ request, quirks }: Expectation, received: CapturedRequest): Comparison {
	const got = decodePairs(received.query);
	const unused: string[] = [];
	const wanted = decodePairs(splitUrl(request.url).query).filter(([name]) => {
		if (!quirks?.lostQuery?.includes(name)) return true;
		const lost = !got.some(([other]) => other === name);
		if (!lost) unused.push(`lostQuery: ${name}`);
		return !lost;
	});
	for (const [name, value] of quirks?.extraQuery ?? []) {
		const at = got.findIndex((pair) => pair[0] === name && pair[1] === value);
		if (at < 0) unused.push(`extraQuery: ${name}=${value}`);
		else got.splice(at, 1);
	}
	return { differences: comparePairs('query', wanted, got), unused };
}

function compareHeaders(expected: readonly Pair[], received: CapturedRequest): string[] {
	// The media type is compared without its parameters, with the body that it describes.
	return expected.flatMap(([name, value]) => {
		if (name.toLowerCase() === 'content-type') return [];
		const got = headerValues(received, name);
		if (got.length === 0) return [`header ${name}: expected ${excerpt(value)}, received nothing`];
		const all = got.join(', ');
		// HTTP carries bytes; a value may have been written as UTF-8 or as Latin-1.
		const readings = [all, Buffer.from(all, 'latin1').toString('utf8')];
		return readings.includes(value.trim()) ? [] : differ(`header ${name}`, value, all);
	});
}

function body({ request, quirks }: Expectation, received: CapturedRequest): Comparison {
	const [contentType] = headerValues(received, 'content-type');
	const documented = [
		...compareMediaType(request, contentType),
		...compareBody(request.body, received.body, contentType),
	];
	const quirk = quirks?.body;
	if (quirk === undefined) return { differences: documented, unused: [] };
	if (documented.length === 0) {
		const words = typeof quirk === 'string' ? quirk : JSON.stringify(quirk);
		return { differences: [], unused: [`body: ${words}`] };
	}
	const allowed = quirk === 'any' ? [] : compareBody(quirkyBody(request.body, quirk), received.body);
	return { differences: allowed, unused: [] };
}

function compareMediaType({ body }: Expectation['request'], contentType = 'nothing'): string[] {
	if (!body || (body.text === '' && !body.parts && body.file === undefined)) return [];
	return differ('header Content-Type', mediaTypeEssence(body.mediaType), mediaTypeEssence(contentType));
}

function headerValues(received: CapturedRequest, name: string): string[] {
	const wanted = name.toLowerCase();
	return received.headers.filter(([other]) => other.toLowerCase() === wanted).map(([, value]) => value.trim());
}

function normalOrigin(origin: string): string {
	const lower = origin.toLowerCase();
	return lower.startsWith('https:') ? lower.replace(/:443$/, '') : lower.replace(/:80$/, '');
}

function differ(what: string, expected: string, received: string): string[] {
	return expected === received ? [] : [`${what}: expected ${excerpt(expected)}, received ${excerpt(received)}`];
}
