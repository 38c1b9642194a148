import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/document.ts';
import { requestOf, taskOf } from './request-of.ts';

const json = (media: Json): Json => ({ requestBody: { required: true, content: { 'application/json': media } } });

/** The JSON that such a media type sends. */
function sent(media: Json, schemas: Json = {}, root: Json = {}): unknown {
	return JSON.parse(
		requestOf('/x', 'post', json(media), { components: { schemas, examples }, ...root }).body?.text ?? '',
	);
}

const examples = { shared: { value: 'shared' }, loop: { $ref: '#/components/examples/shared' } };

describe('An example is found wherever it may stand', () => {
	it.each([
		['in a media type', { example: 'a', schema: { type: 'string' } }, 'a'],
		['in a media type, by name', { examples: { one: { value: 'b' }, two: { value: 'c' } } }, 'b'],
		['among the components', { examples: { one: { $ref: '#/components/examples/loop' } } }, 'shared'],
		[
			'as the data of OpenAPI 3.2',
			{ examples: { one: { dataValue: { a: 1 }, serializedValue: '{"a":2}' } } },
			{ a: 1 },
		],
		['as the text of OpenAPI 3.2', { examples: { one: { serializedValue: '{"a":2}' } } }, { a: 2 }],
		['in a schema', { schema: { type: 'object', example: { a: 1 } } }, { a: 1 }],
		['in a schema, as a list', { schema: { type: 'string', examples: ['d', 'e'] } }, 'd'],
		['in a property', { schema: { properties: { p: { type: 'string', example: 'f' } } } }, { p: 'f' }],
		['in an item', { schema: { type: 'array', items: { type: 'string', example: 'g' } } }, ['g']],
		[
			'as a default, a constant or one of several',
			{ schema: { properties: { a: { default: 1 }, b: { const: 2 }, c: { enum: [3, 4] } } } },
			{ a: 1, b: 2, c: 3 },
		],
		['as null', { examples: { one: { value: null } } }, null],
		[
			'in the part of a whole',
			{ schema: { allOf: [{ properties: { a: { example: 1 } } }, { properties: { b: { example: 2 } } }] } },
			{ a: 1, b: 2 },
		],
		[
			'in the first of several',
			{ schema: { oneOf: [{ type: 'null' }, { properties: { a: { example: 1 } } }, { type: 'string' }] } },
			{ a: 1 },
		],
		[
			'nowhere',
			{
				schema: {
					type: 'object',
					properties: { s: { type: 'string' }, n: { type: 'integer', minimum: 3 }, b: { type: 'boolean' } },
				},
			},
			{ s: '<s>', n: 3, b: true },
		],
		['nowhere, without a schema', {}, '<body>'],
	])('%s', (_place, media, expected) => {
		expect(sent(media)).toEqual(expected);
	});

	it('in a parameter and in its schema, where a default alone is not sent', () => {
		const parameters = [
			{ name: 'a', in: 'query', example: 1 },
			{ name: 'b', in: 'query', examples: { x: { $ref: '#/components/examples/loop' } } },
			{ name: 'c', in: 'query', schema: { type: 'string', example: 'own' } },
			{ name: 'd', in: 'query', schema: { type: 'string', examples: ['first'] } },
			{ name: 'e', in: 'query', schema: { type: 'integer', default: 30 } },
			{ name: 'f', in: 'query', required: true, schema: { type: 'integer', default: 30 } },
			{ name: 'g', in: 'query', content: { 'application/json': { examples: { x: { value: [1] } } } } },
		];
		expect(requestOf('/x', 'get', { parameters }, { components: { examples } }).url).toBe(
			'https://api.example.com/x?a=1&b=shared&c=own&d=first&f=30&g=%5B1%5D',
		);
	});
});

describe('A request holds', () => {
	const Thing = {
		type: 'object',
		required: ['id', 'name', 'inner'],
		properties: {
			id: { type: 'integer', readOnly: true },
			name: { type: 'string', writeOnly: true, example: 'n' },
			inner: { $ref: '#/components/schemas/Inner' },
		},
	};
	const Inner = { type: 'object', properties: { made: { type: 'string', readOnly: true }, kept: { example: 1 } } };
	const ref = { $ref: '#/components/schemas/Thing' };

	it('nothing that is read only, whether it is sampled or an example says it', () => {
		const expected = { name: 'n', inner: { kept: 1 } };
		expect(sent({ schema: ref }, { Thing, Inner })).toEqual(expected);
		const example = { id: 7, name: 'n', inner: { made: 'today', kept: 1 } };
		expect(sent({ schema: ref, example }, { Thing, Inner })).toEqual(expected);
		expect(sent({ schema: { type: 'array', items: ref }, example: [example] }, { Thing, Inner })).toEqual([expected]);
	});

	it('null only where an example says so, in both dialects', () => {
		const properties = {
			a: { type: 'string', nullable: true, enum: [null, 'x'] },
			b: { type: ['null', 'integer'], minimum: 4 },
			c: { type: 'string', nullable: true, example: null },
			d: { anyOf: [{ type: 'null' }, { type: 'integer', example: 5 }] },
		};
		expect(sent({ schema: { properties } })).toEqual({ a: 'x', b: 4, c: null, d: 5 });
	});

	it('the name of the choice that was made, by its mapping, its own word or its component', () => {
		const choice = (more: Json) => ({
			oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
			discriminator: { propertyName: 'kind', ...more },
		});
		const cat = (kind: Json) => ({ Cat: { required: ['kind'], properties: { kind } }, Dog: {} });
		const text = { type: 'string' };
		expect(sent({ schema: choice({}) }, cat(text))).toEqual({ kind: 'Cat' });
		expect(sent({ schema: choice({ mapping: { tom: '#/components/schemas/Cat' } }) }, cat(text))).toEqual({
			kind: 'tom',
		});
		expect(sent({ schema: choice({}) }, cat({ enum: ['dog', 'cat'] }))).toEqual({ kind: 'cat' });
		const Pet = { required: ['kind'], properties: { kind: text }, discriminator: { propertyName: 'kind' } };
		const child = {
			allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { purrs: { const: true } } }],
			required: ['purrs'],
		};
		expect(sent({ schema: { $ref: '#/components/schemas/Cat' } }, { Pet, Cat: child })).toEqual({
			kind: 'Cat',
			purrs: true,
		});
	});

	it('what ends of what goes in circles', () => {
		const Node = {
			properties: {
				value: { const: 1 },
				next: { $ref: '#/components/schemas/Node' },
				all: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
			},
		};
		expect(sent({ schema: { $ref: '#/components/schemas/Node' } }, { Node })).toEqual({ value: 1, all: [] });
	});
});

describe('OpenAPI 3.2', () => {
	it('knows QUERY and methods of any name', () => {
		expect(requestOf('/x', 'query', json({ example: 1 }))).toMatchObject({ method: 'QUERY', body: { text: '1' } });
		const task = taskOf('/x', 'additionalOperations', { Copy: { responses: {} } } as Json);
		expect(task.operation).toMatchObject({ method: 'Copy', pointer: '/paths/~1x/additionalOperations/Copy' });
	});

	it('describes a whole query at once', () => {
		const query = (content: Json) =>
			requestOf('/x', 'get', { parameters: [{ name: 'q', in: 'querystring', content }] }).url;
		expect(query({ 'application/x-www-form-urlencoded': { example: { a: 1, b: ['x y', 'z'] } } })).toBe(
			'https://api.example.com/x?a=1&b=x%20y&b=z',
		);
		expect(query({ 'application/json': { example: { a: 1 } } })).toBe('https://api.example.com/x?%7B%22a%22%3A1%7D');
	});

	it('sends cookies of its own style as they are', () => {
		const parameters = [
			{ name: 'c', in: 'cookie', style: 'cookie', example: 'a/b=' },
			{ name: 'd', in: 'cookie', example: 'a/b' },
		];
		expect(requestOf('/x', 'get', { parameters }).headers).toEqual([['Cookie', 'c=a/b=; d=a%2Fb']]);
	});
});
