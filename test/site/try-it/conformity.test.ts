import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/document.ts';
import { SourceNumber } from '../../../src/core/source-number.ts';
import { answerSchema } from '../../../src/site/try-it/answer/answer-schema.ts';
import { checkSchema } from '../../../src/site/try-it/answer/check-schema.ts';
import { compareAnswer } from '../../../src/site/try-it/answer/mismatches.ts';
import { operationOf } from './operations.ts';

/** What is wrong with a body, as `path: message`. */
function faults(schema: Json, body: unknown, root: Json = {}): string[] {
	const { document } = operationOf({ responses: {} }, root);
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return checkSchema(answerSchema(document, schema), text).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('A body against its documented schema', () => {
	const thing = {
		type: 'object',
		required: ['id'],
		properties: { id: { type: 'integer' }, next: { $ref: '#/components/schemas/Thing' } },
	};
	const root = { components: { schemas: { Thing: thing } } };

	it('is followed through references that lead back', () => {
		const schema = { $ref: '#/components/schemas/Thing' };
		expect(faults(schema, { id: 1, next: { id: 2 } }, root)).toEqual([]);
		expect(faults(schema, { id: 1, next: { next: { id: 'x' } } }, root)).toEqual([
			'next: It lacks the required property `id`.',
			'next.next.id: It is of type string; documented is `integer`.',
		]);
	});

	it('names each place, in lists and under odd names', () => {
		const schema = { type: 'array', items: { additionalProperties: { type: 'boolean' } } };
		expect(faults(schema, [{ ok: true }, { 'a/b ~ü%': 1 }])).toEqual([
			'1.a/b ~ü%: It is of type number; documented is `boolean`.',
		]);
	});

	it('may be null where OpenAPI 3.0 says nullable', () => {
		const schema = {
			properties: {
				plain: { type: 'string', nullable: true },
				choice: { type: 'string', enum: ['a'], nullable: true },
				whole: { allOf: [{ $ref: '#/components/schemas/Thing' }], nullable: true },
				never: { type: 'string' },
			},
		};
		expect(faults(schema, { plain: null, choice: null, whole: null, never: null }, root)).toEqual([
			'never: It is of type null; documented is `string`.',
		]);
	});

	it('knows the exclusive limits of both versions', () => {
		const old = { type: 'number', minimum: 1, exclusiveMinimum: true };
		const current = { type: 'number', exclusiveMinimum: new SourceNumber('1') };
		for (const schema of [old, current]) {
			expect(faults(schema, 1)).toHaveLength(1);
			expect(faults(schema, 2)).toEqual([]);
		}
		expect(faults({ ...old, exclusiveMinimum: false }, 1)).toEqual([]);
	});

	it('needs no write-only property, and may hold none', () => {
		const schema = {
			required: ['password', 'name'],
			properties: { password: { type: 'string', writeOnly: true }, name: { type: 'string', readOnly: true } },
		};
		expect(faults(schema, { name: 'x' })).toEqual([]);
		expect(faults(schema, { name: 'x', password: 'y' })).toEqual([
			'password: The documentation has no such value in an answer.',
		]);
	});

	it('has one complaint about alternatives, not one for each', () => {
		const schema = { oneOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] };
		expect(faults(schema, 1)).toEqual([': It fits none of the documented alternatives, or several.']);
	});

	it('is not held to what no validator can use', () => {
		expect(faults({ type: 'string', pattern: '(?<a' }, '"x"')).toEqual([]);
		expect(faults({ $ref: '#/nowhere' }, '"x"')).toEqual([]);
		expect(faults({ type: 'string', format: 'phone', example: { $ref: '#/nowhere', $id: '::' } }, '"x"')).toEqual([]);
	});

	it('has to be JSON at all', () => {
		expect(faults({}, '{"a":')).toEqual([': It is no JSON.']);
	});

	it('may hold integers of any size', () => {
		expect(faults({ type: 'integer' }, '123456789012345678901234567890')).toEqual([]);
	});
});

describe('An answer against the documented responses', () => {
	const operation = operationOf({
		responses: {
			200: { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } },
			204: { description: 'nothing' },
			'4XX': { description: 'no', content: { 'text/*': {} } },
		},
	});
	const compare = (status: number, contentType: string, body = 'x', described = operation) =>
		compareAnswer(described, {
			status,
			statusText: '',
			headers: contentType === '' ? [] : [['content-type', contentType]],
			body: new TextEncoder().encode(body),
			ms: 1,
		});

	it('fits by status, family and range of media types', () => {
		expect(compare(200, 'Application/JSON; charset=utf-8')).toEqual({ mismatches: [], schema: { type: 'object' } });
		expect(compare(404, 'text/html')).toEqual({ mismatches: [] });
		expect(compare(204, '', '')).toEqual({ mismatches: [] });
	});

	it('is off in status, media type, or in having a body', () => {
		expect(compare(500, 'text/html').mismatches).toEqual([
			'Status 500 is not documented for this operation; documented are 200, 204, 4XX.',
		]);
		expect(compare(200, 'text/html').mismatches).toEqual([
			"The body's media type is text/html; documented is application/json.",
		]);
		expect(compare(200, '', '').mismatches).toEqual(['The answer has no body; documented is application/json.']);
		expect(compare(204, 'text/plain').mismatches).toEqual([
			'The answer has a body; with status 204 none is documented.',
		]);
	});

	it('fits whatever it is where nothing is documented', () => {
		expect(compare(599, 'x/y', 'z', operationOf({ responses: {} }))).toEqual({ mismatches: [] });
	});
});
