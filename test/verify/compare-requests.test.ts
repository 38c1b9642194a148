import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/core/http-request.ts';
import type { CapturedRequest } from '../../src/verify/captured-request.ts';
import { compareRequests } from '../../src/verify/compare-requests.ts';
import { splitUrl } from '../../src/verify/decode-url.ts';
import type { Quirks } from '../../src/verify/quirks.ts';

const expected: HttpRequest = {
	method: 'POST',
	url: 'https://api.example.com/v1/a%2Fb/caf%C3%A9/?limit=5&tag=x%20y&tag=z',
	headers: [
		['Authorization', 'Basic abc'],
		['X-Name', 'é'],
	],
	body: { mediaType: 'application/json', text: '{"id":12345678901234567890,"rate":0.10}' },
};

/** The request that was expected, as a client that keeps to it would send it, with changes. */
function sent(request: HttpRequest, changes: Partial<CapturedRequest> = {}): CapturedRequest {
	const { origin, path, query } = splitUrl(request.url);
	const headers: [string, string][] = request.headers.map(([name, value]) => [name.toLowerCase(), value]);
	if (request.body) headers.push(['content-type', `${request.body.mediaType}; charset=utf-8`]);
	return {
		method: request.method,
		scheme: 'https',
		host: origin.replace('https://', ''),
		path,
		query,
		headers,
		body: Buffer.from(request.body?.text ?? ''),
		...changes,
	};
}

const compare = (changes: Partial<CapturedRequest>, quirks?: Quirks, request = expected) =>
	compareRequests([{ request, ...(quirks ? { quirks } : {}) }], [sent(request, changes)]);

describe('A request equals the expected one', () => {
	it.each<[string, Partial<CapturedRequest>]>([
		['as it is', {}],
		['with another escaping', { path: '/v1/a%2fb/caf%c3%A9/', query: 'tag=z&tag=x+y&%6cimit=5' }],
		['with its port', { host: 'API.example.com:443' }],
		['with its numbers written otherwise', { body: Buffer.from('{ "rate": 1e-1, "id": 12345678901234567890.0 }') }],
		['with more headers', { headers: [...sent(expected).headers, ['User-Agent', 'x']] }],
		[
			'with a header in UTF-8',
			{ headers: sent(expected).headers.map(([name, value]) => [name, value === 'é' ? 'Ã©' : value] as const) },
		],
	])('%s', (_how, changes) => {
		expect(compare(changes)).toEqual({ differences: [], unused: [] });
	});
});

describe('A request differs, and the difference says where', () => {
	const body = (text: string): Partial<CapturedRequest> => ({ body: Buffer.from(text) });
	it.each<[string, Partial<CapturedRequest>]>([
		['method: expected POST, received PUT', { method: 'PUT' }],
		['host: expected https://api.example.com, received http://api.example.com', { scheme: 'http' }],
		['path: expected /v1/a%2Fb/caf%C3%A9/, received /v1/a/b/caf%C3%A9/', { path: '/v1/a/b/caf%C3%A9/' }],
		['path: expected /v1/a%2Fb/caf%C3%A9/, received /v1/a%2Fb/caf%C3%A9//', { path: '/v1/a%2Fb/caf%C3%A9//' }],
		['query limit: expected 5, received 4', { query: 'limit=4&tag=x+y&tag=z' }],
		['query limit: expected 5, received nothing', { query: 'tag=x+y&tag=z' }],
		['query tag: expected x y and z, received z', { query: 'limit=5&tag=z' }],
		['query offset: not expected, received 0', { query: 'limit=5&tag=x+y&tag=z&offset=0' }],
		['header Authorization: expected Basic abc, received nothing', { headers: [] }],
		[
			'body /id: expected 12345678901234567890, received 12345678901234567000',
			body('{"id":12345678901234567000,"rate":0.1}'),
		],
		['body /rate: expected 0.10, received nothing', body('{"id":12345678901234567890}')],
		['body: expected JSON, received id=1', body('id=1')],
	])('%s', (difference, changes) => {
		expect(compare(changes).differences).toContain(difference);
	});

	it('in its media type', () => {
		const headers = sent(expected).headers.map(
			([name, value]) => [name, name === 'content-type' ? 'text/plain' : value] as const,
		);
		expect(compare({ headers }).differences).toEqual([
			'header Content-Type: expected application/json, received text/plain',
		]);
	});

	it('in the pairs of a form', () => {
		const form: HttpRequest = {
			...expected,
			body: { mediaType: 'application/x-www-form-urlencoded', text: 'a=1%202&b=%2B' },
		};
		expect(compare({ body: Buffer.from('b=%2B&a=1+2') }, undefined, form).differences).toEqual([]);
		expect(compare({ body: Buffer.from('a=1+2&b=+') }, undefined, form).differences).toEqual([
			'body b: expected +, received  ',
		]);
	});

	it('in the bytes of a text', () => {
		const text: HttpRequest = { ...expected, body: { mediaType: 'text/plain', text: 'a\nb' } };
		expect(compare({ body: Buffer.from('a\r\nb') }, undefined, text).differences).toEqual([
			'body: expected a\\nb, received a\\r\\nb',
		]);
	});

	it('in a body where none belongs', () => {
		const { body: _body, ...none } = expected;
		expect(compare({ body: Buffer.from('{}') }, undefined, none).differences).toEqual([
			'body: expected none, received {}',
		]);
	});
});

describe('A quirk that is declared is tolerated, and one that is gone is reported', () => {
	const { body: _body, ...bodiless } = expected;
	const query = 'limit=5&tag=x+y&tag=z&?search=hack';
	it.each<[string, Quirks, Partial<CapturedRequest>, HttpRequest]>([
		['path: double-slash', { path: 'double-slash' }, { path: '/v1/a%2Fb//caf%C3%A9//' }, expected],
		['extraQuery: ?search=hack', { extraQuery: [['?search', 'hack']] }, { query }, expected],
		['lostQuery: limit', { lostQuery: ['limit'] }, { query: 'tag=x+y&tag=z' }, expected],
		['body: any', { body: 'any' }, { body: Buffer.from('?') }, expected],
		['body: empty', { body: 'empty' }, { body: Buffer.alloc(0) }, expected],
		['body: {"is":"\\"\\""}', { body: { is: '""' } }, { body: Buffer.from('""') }, bodiless],
		[
			'body: {"adds":"{\\"uuid\\":null}"}',
			{ body: { adds: '{"uuid":null}' } },
			{ body: Buffer.from('{"id":12345678901234567890,"rate":0.1,"uuid":null}') },
			expected,
		],
	])('%s', (name, quirks, changes, request) => {
		expect(compare(changes, quirks, request)).toEqual({ differences: [], unused: [] });
		expect(compare(changes, undefined, request).differences).not.toEqual([]);
		expect(compare({}, quirks, request)).toEqual({ differences: [], unused: [name] });
	});

	it('but only as declared', () => {
		expect(compare({ body: Buffer.from('{"b":1}') }, { body: { is: '{"a":1}' } }).differences).toContain(
			'body /a: expected 1, received nothing',
		);
		expect(compare({ query }, { extraQuery: [['?search', 'other']] }).differences).toEqual([
			'query ?search: not expected, received hack',
		]);
	});
});

describe('Several requests', () => {
	const get: HttpRequest = { method: 'GET', url: 'https://api.example.com/v1/pool/', headers: [] };
	const [first, second] = [sent(get), sent(expected)];

	it('have to come in order', () => {
		const both = [{ request: get }, { request: expected }];
		expect(compareRequests(both, [first, second])).toEqual({ differences: [], unused: [] });
		expect(compareRequests(both, [second, first]).differences).toContain(
			'request 1: method: expected GET, received POST',
		);
	});

	it('are all missed and all noticed', () => {
		expect(compareRequests([{ request: get }], []).differences).toEqual([
			'GET https://api.example.com/v1/pool/ was never sent',
		]);
		expect(compareRequests([{ request: get }], [first, first]).differences).toEqual([
			'request 2: GET https://api.example.com/v1/pool/ is not expected',
		]);
	});

	it('may come again where that is declared', () => {
		const both = [{ request: get }, { request: expected }];
		const again = [{ request: get }];
		expect(compareRequests(both, [first, first, second], again)).toEqual({ differences: [], unused: [] });
		expect(compareRequests(both, [first, second], again).unused).toEqual([
			'extra request: GET https://api.example.com/v1/pool/',
		]);
	});
});
