import { describe, expect, it } from 'vitest';
import { createDocument, type Json } from '../../../src/core/document.ts';
import { readOperations } from '../../../src/core/read-operations.ts';
import { listTasks } from '../../../src/core/task.ts';
import { fieldFault } from '../../../src/site/try-it/form/field-fault.ts';
import { type Field, readFields } from '../../../src/site/try-it/form/fields.ts';
import { fromFragment, toFragment } from '../../../src/site/try-it/form/form-link.ts';

const root: Json = {
	security: [{ key: [] }],
	components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
	paths: {
		'/shelves/{id}': {
			post: {
				operationId: 'addBook',
				parameters: [
					{
						name: 'id',
						in: 'path',
						required: true,
						schema: { type: 'string' },
						example: 'shelf',
						'x-placeholder': true,
					},
					{ name: 'since', in: 'query', schema: { type: 'string', format: 'date' } },
					{ name: 'count', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 12345678901234567890n } },
					{ name: 'sort', in: 'query', schema: { enum: ['up', 'down'] }, deprecated: true },
				],
				requestBody: {
					content: {
						'application/json': {
							schema: {
								required: ['title'],
								properties: {
									id: { type: 'string', readOnly: true },
									title: { type: 'string', minLength: 2, pattern: '^[A-Z]' },
									tags: { type: 'array', maxItems: 2 },
									lent: { type: 'boolean' },
								},
							},
							example: { title: 'Emma', tags: ['x'] },
						},
					},
				},
			},
		},
	},
};
const [task] = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));
const fields = task ? readFields(task) : [];
const field = (name: string) => fields.find((each) => each.name === name) as Field;

describe('The fields of a form', () => {
	it('are the credentials, the parameters and the properties that a request may have', () => {
		expect(fields.map(({ name, place, input }) => `${place} ${name}: ${input}`)).toEqual([
			'credential api_key: secret',
			'path id: text',
			'query since: date',
			'query count: integer',
			'query sort: choice',
			'body title: text',
			'body tags: json',
			'body lent: choice',
		]);
	});

	it('hold what the sample holds, and a working value for a placeholder', () => {
		expect(field('title').initial).toBe('Emma');
		expect(field('tags').initial).toBe('[\n  "x"\n]');
		expect(field('id')).toMatchObject({ placeholder: true, initial: 'shelf' });
		expect(field('since').initial).toBeUndefined();
	});

	it.each<[name: string, text: string | undefined, fault: string | undefined]>([
		['id', undefined, 'Required.'],
		['since', undefined, undefined],
		['since', '24.11.2026', 'Looks like 2026-11-24.'],
		['count', '1.5', 'A whole number is needed.'],
		['count', '0', 'At least 1.'],
		['count', '12345678901234567890', undefined],
		['count', '12345678901234567891', 'At most 12345678901234567890.'],
		['sort', 'left', 'One of up, down is needed.'],
		['title', 'E', 'At least 2 characters.'],
		['title', 'emma', 'Has to match ^[A-Z].'],
		['tags', '[1,', 'JSON is needed'],
		['tags', '{}', 'A list is needed: [ … ].'],
		['tags', '[1,2,3]', 'At most 2 items.'],
		['lent', 'true', undefined],
	])('say what is wrong with a text: %s, %j', (name, text, fault) => {
		const said = fieldFault(field(name), text);
		if (fault === undefined) expect(said).toBeUndefined();
		else expect(said).toContain(fault);
	});

	it('go into a link and come out of it, but for credentials', () => {
		const typed = { api_key: 'secret', id: 'a&b=c#d', count: null, title: 'Ä "x"' };
		const fragment = toFragment(typed, fields);
		expect(fragment).not.toContain('secret');
		expect(fromFragment(fragment, fields)).toEqual({ id: 'a&b=c#d', count: null, title: 'Ä "x"' });
		expect(fromFragment('#try?api_key=stolen&nonsense=1&title=x', fields)).toEqual({ title: 'x' });
	});
});
