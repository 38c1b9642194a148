import { describe, expect, it } from 'vitest';
import { chooseValues } from '../../src/core/call.ts';
import { createDocument, type Json } from '../../src/core/document.ts';
import type { Overrides } from '../../src/core/overrides.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { listTasks } from '../../src/core/task.ts';
import { scalarText, toJsonText } from '../../src/core/value.ts';

const root: Json = {
	paths: {
		'/shelves/{id}': {
			post: {
				operationId: 'addBook',
				parameters: [
					{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'shelf' },
					{ name: 'id', in: 'query', schema: { type: 'integer' }, example: 7 },
					{ name: 'notify', in: 'query', schema: { type: 'boolean' }, example: true },
				],
				requestBody: {
					content: {
						'application/json': {
							schema: {
								required: ['title'],
								properties: {
									id: { type: 'string' },
									title: { type: 'string' },
									pages: { type: 'integer' },
									authors: { type: 'array', items: { type: 'object' } },
								},
							},
							example: { title: 'Emma', pages: 474, authors: [{ name: 'Jane', born: 1775 }, { name: 'Ghost' }] },
						},
					},
				},
			},
		},
	},
};
const [task] = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));

/** The parameters as texts, and the body as JSON. */
function chosen(overrides: Overrides) {
	if (!task) throw new Error('the fixture has an operation');
	const call = chooseValues(task, overrides);
	return {
		parameters: call.arguments.map(({ parameter, value }) => `${parameter.in} ${parameter.name}=${scalarText(value)}`),
		body: call.body && JSON.parse(toJsonText(call.body.value)),
	};
}

describe("A reader's values", () => {
	it('go to the first that has the name, or to the one whose place is named', () => {
		const { parameters, body } = chosen({ 'path.id': 'a', 'query.id': '9', 'body.id': 'b' });
		expect(parameters).toEqual(['path id=a', 'query id=9', 'query notify=true']);
		expect(body).toMatchObject({ id: 'b' });
	});

	it('leave out what is optional', () => {
		const { parameters, body } = chosen({ notify: null, pages: null });
		expect(parameters).toEqual(['path id=shelf', 'query id=7']);
		expect(body).toEqual({ title: 'Emma', authors: [{ name: 'Jane', born: 1775 }, { name: 'Ghost' }] });
	});

	it('make a placeholder of what is required and left out', () => {
		const { parameters, body } = chosen({ 'path.id': null, title: null });
		expect(parameters[0]).toBe('path id=<id>');
		expect(body).toMatchObject({ title: '<title>' });
	});

	it('reach into lists and objects', () => {
		const { body } = chosen({ 'authors.0.born': null, 'authors.1.name': 'Cassandra' });
		expect(body).toMatchObject({ authors: [{ name: 'Jane' }, { name: 'Cassandra' }] });
	});

	it('may leave the whole of an optional body out', () => {
		expect(chosen({ body: null }).body).toBeUndefined();
	});
});
