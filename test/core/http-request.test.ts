import { describe, expect, it } from 'vitest';
import { SourceNumber } from '../../src/core/source-number.ts';
import { requestOf } from './request-of.ts';

const list = ['blue', 'black', 'brown'];
const map = { R: 100, G: 200, B: 150 };

describe('Parameters are written as the OpenAPI Specification tabulates', () => {
	const paths: [style: string, explode: boolean, value: unknown, expected: string][] = [
		['simple', false, 'blue', 'blue'],
		['simple', false, list, 'blue,black,brown'],
		['simple', true, list, 'blue,black,brown'],
		['simple', false, map, 'R,100,G,200,B,150'],
		['simple', true, map, 'R=100,G=200,B=150'],
		['label', false, 'blue', '.blue'],
		['label', false, list, '.blue,black,brown'],
		['label', true, list, '.blue.black.brown'],
		['label', true, map, '.R=100.G=200.B=150'],
		['matrix', false, 'blue', ';color=blue'],
		['matrix', false, list, ';color=blue,black,brown'],
		['matrix', true, list, ';color=blue;color=black;color=brown'],
		['matrix', false, map, ';color=R,100,G,200,B,150'],
		['matrix', true, map, ';R=100;G=200;B=150'],
	];
	it.each(paths)('in the path: %s, explode %s, %j', (style, explode, value, expected) => {
		const parameter = { name: 'color', in: 'path', required: true, style, explode, example: value };
		expect(requestOf('/x/{color}/', 'get', { parameters: [parameter] }).url).toBe(
			`https://api.example.com/x/${expected}/`,
		);
	});

	const queries: [style: string, explode: boolean, value: unknown, expected: string][] = [
		['form', true, list, 'color=blue&color=black&color=brown'],
		['form', false, list, 'color=blue%2Cblack%2Cbrown'],
		['form', true, map, 'R=100&G=200&B=150'],
		['form', false, map, 'color=R%2C100%2CG%2C200%2CB%2C150'],
		['spaceDelimited', false, list, 'color=blue%20black%20brown'],
		['pipeDelimited', false, list, 'color=blue%7Cblack%7Cbrown'],
		['deepObject', true, map, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
		['form', true, '', 'color='],
	];
	it.each(queries)('in the query: %s, explode %s, %j', (style, explode, value, expected) => {
		const parameter = { name: 'color', in: 'query', style, explode, example: value };
		expect(requestOf('/x', 'get', { parameters: [parameter] }).url).toBe(`https://api.example.com/x?${expected}`);
	});

	it('in headers and cookies', () => {
		const { headers } = requestOf('/x', 'get', {
			parameters: [
				{ name: 'X-Ids', in: 'header', example: [1, 2] },
				{ name: 'session', in: 'cookie', example: 'a b;c' },
				{ name: 'Accept', in: 'header', example: 'ignored' },
			],
		});
		expect(headers).toEqual([
			['X-Ids', '1,2'],
			['Cookie', 'session=a%20b%3Bc'],
		]);
	});

	it('as JSON where a media type describes them', () => {
		const parameter = { name: 'filter', in: 'query', content: { 'application/json': { example: { a: [1] } } } };
		expect(requestOf('/x', 'get', { parameters: [parameter] }).url).toBe(
			'https://api.example.com/x?filter=%7B%22a%22%3A%5B1%5D%7D',
		);
	});

	it('with everything that a path cannot hold encoded', () => {
		const parameter = { name: 'id', in: 'path', required: true, example: "a/b?c#d%e f'é" };
		expect(requestOf('/x/{id}', 'get', { parameters: [parameter] }).url).toBe(
			'https://api.example.com/x/a%2Fb%3Fc%23d%25e%20f%27%C3%A9',
		);
	});
});

describe('Bodies', () => {
	const json = (example: unknown, mediaType = 'application/json') => ({
		requestBody: { content: { [mediaType]: { example } } },
	});

	it('keep every digit of a number', () => {
		const big = new SourceNumber('12345678901234567890');
		expect(requestOf('/x', 'post', json({ id: big, price: new SourceNumber('1.50') })).body?.text).toBe(
			'{"id":12345678901234567890,"price":1.50}',
		);
	});

	it('tell an empty object from an empty list, and null from both', () => {
		expect(requestOf('/x', 'post', json({ a: {}, b: [], c: null })).body?.text).toBe('{"a":{},"b":[],"c":null}');
	});

	it('are sent with a DELETE, and under their own media type', () => {
		const request = requestOf('/x', 'delete', json({ a: 1 }, 'application/vnd.api+json'));
		expect(request).toMatchObject({
			method: 'DELETE',
			headers: [['Content-Type', 'application/vnd.api+json']],
			body: { text: '{"a":1}' },
		});
	});

	it('write forms with repeated and nested names', () => {
		const form = json({ a: [1, 2], b: { c: 'x y' } }, 'application/x-www-form-urlencoded');
		expect(requestOf('/x', 'post', form).body?.text).toBe('a=1&a=2&b%5Bc%5D=x%20y');
	});

	it('are sampled from a schema that has no example: what is required, without what is read only', () => {
		const schema = {
			type: 'object',
			required: ['name', 'kind', 'id', 'parent'],
			properties: {
				id: { type: 'integer', readOnly: true },
				name: { type: 'string' },
				kind: { enum: ['a', 'b'] },
				note: { type: 'string' },
				parent: { $ref: '#/components/schemas/Node' },
			},
		};
		const node = {
			type: 'object',
			properties: { next: { $ref: '#/components/schemas/Node' }, n: { type: 'integer', minimum: 3 } },
		};
		const operation = { requestBody: { required: true, content: { 'application/json': { schema } } } };
		const request = requestOf('/x', 'post', operation, { components: { schemas: { Node: node } } });
		expect(JSON.parse(request.body?.text ?? '')).toEqual({ name: '<name>', kind: 'a', parent: { n: 3 } });
	});
});

describe('Authentication', () => {
	const withScheme = (scheme: object) =>
		requestOf('/x', 'get', { security: [{}, { s: [] }] }, { components: { securitySchemes: { s: scheme } } });

	it('is Basic with the names that the scheme gives its credentials', () => {
		const credentials = { username: { name: 'auth_id' }, password: { name: 'auth_token' } };
		expect(withScheme({ type: 'http', scheme: 'basic', 'x-credentials': credentials }).headers).toEqual([
			['Authorization', `Basic ${btoa('MA1:s:cret')}`],
		]);
	});

	it('is a bearer token, also for OAuth', () => {
		expect(withScheme({ type: 'http', scheme: 'bearer' }).headers).toEqual([['Authorization', 'Bearer <token>']]);
		expect(withScheme({ type: 'oauth2', flows: {} }).headers).toEqual([['Authorization', 'Bearer <token>']]);
	});

	it('is an API key in a header, the query or a cookie', () => {
		expect(withScheme({ type: 'apiKey', in: 'header', name: 'X-Key' }).headers).toEqual([['X-Key', '<api_key>']]);
		expect(withScheme({ type: 'apiKey', in: 'query', name: 'key' }).url).toBe(
			'https://api.example.com/x?key=%3Capi_key%3E',
		);
		expect(withScheme({ type: 'apiKey', in: 'cookie', name: 'key' }).headers).toEqual([['Cookie', 'key=<api_key>']]);
	});
});

describe("The reader's own values", () => {
	const operation = {
		parameters: [
			{ name: 'limit', in: 'query', schema: { type: 'integer' }, example: 5 },
			{ name: 'filter', in: 'query', schema: { type: 'string' } },
		],
		requestBody: {
			content: {
				'application/json': {
					example: { name: 'old', deep: { n: 1 } },
					schema: { type: 'object', properties: { name: { type: 'string' }, deep: { type: 'object' } } },
				},
			},
		},
	};

	it('replace examples, each by the type of its schema', () => {
		const request = requestOf('/x', 'post', operation, {}, { limit: '7', filter: 'a"b', name: '8', 'deep.n': '9' });
		expect(request.url).toBe('https://api.example.com/x?limit=7&filter=a%22b');
		expect(request.body?.text).toBe('{"name":"8","deep":{"n":"9"}}');
	});

	it('replace the whole body as JSON', () => {
		expect(requestOf('/x', 'post', operation, {}, { body: '[12345678901234567890]' }).body?.text).toBe(
			'[12345678901234567890]',
		);
	});

	it('are refused where they name nothing, with the name that was meant', () => {
		expect(() => requestOf('/x', 'post', operation, {}, { limitt: '7' })).toThrow(
			expect.objectContaining({ problem: expect.objectContaining({ hint: 'Did you mean "limit"?' }) }),
		);
	});
});
