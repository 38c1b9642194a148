import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import { readShape } from '../../src/site/model/schema-shape.ts';

const document = createDocument({
	file: 'openapi.yaml',
	root: {
		components: {
			schemas: {
				Tree: {
					type: 'object',
					required: ['name'],
					properties: {
						name: { type: 'string', minLength: 1 },
						branches: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
					},
				},
				Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
				Aged: { allOf: [{ $ref: '#/components/schemas/Named' }, { properties: { age: { type: 'integer' } } }] },
			},
		},
	},
});
const shapeOf = (schema: unknown) => readShape(document, schema);
const factsOf = (schema: unknown) =>
	Object.fromEntries(shapeOf(schema).facts.map(({ label, text, values }) => [label, text ?? values]));

describe('The shape of a schema', () => {
	it('ends where the schema is once more inside itself', () => {
		const tree = shapeOf({ $ref: '#/components/schemas/Tree' });
		const branches = tree.properties.find(({ name }) => name === 'branches');
		expect(branches?.shape).toMatchObject({ type: 'array of Tree', recursive: 'Tree', properties: [] });
	});

	it('folds allOf into one list of properties', () => {
		const { properties } = shapeOf({ $ref: '#/components/schemas/Aged' });
		expect(properties.map(({ name, required }) => [name, required])).toEqual([
			['name', true],
			['age', false],
		]);
	});

	it('keeps the alternatives of oneOf apart, and takes null for what it is', () => {
		const either = shapeOf({ oneOf: [{ $ref: '#/components/schemas/Named' }, { type: 'string' }] });
		expect(either.alternatives.map(({ type }) => type)).toEqual(['object', 'string']);
		expect(shapeOf({ anyOf: [{ type: 'string' }, { type: 'null' }] }).type).toBe('string or null');
		expect(shapeOf({ type: ['string', 'null'] }).type).toBe('string or null');
	});

	it('says limits in words', () => {
		expect(factsOf({ type: 'integer', minimum: 1, maximum: 20, default: 20 })).toEqual({
			Default: ['20'],
			Range: '1 to 20',
		});
		expect(factsOf({ type: 'number', exclusiveMinimum: 0 })).toEqual({ Range: 'more than 0' });
		expect(factsOf({ type: 'string', minLength: 2, maxLength: 2 })).toEqual({ Length: '2 characters' });
		expect(factsOf({ type: 'string', minLength: 1 })).toEqual({ Length: 'not empty' });
		expect(factsOf({ type: 'array', items: { enum: ['a', 'b'] }, maxItems: 1 })).toEqual({
			Items: '1 item or fewer',
			Allowed: ['a', 'b'],
		});
	});

	it('shows an empty text by its quotes', () => {
		expect(factsOf({ type: 'string', default: '' })).toEqual({ Default: ['""'] });
	});
});
