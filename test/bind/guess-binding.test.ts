import { expect, it } from 'vitest';
import { guessBinding } from '../../src/bind/guess-binding.ts';
import { createDocument, type Json } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { listTasks } from '../../src/core/task.ts';

/** The binding that is guessed of one operation. */
function guess(path: string, method: string, operation: Json) {
	const root: Json = {
		openapi: '3.1.0',
		servers: [{ url: 'https://shop.example.com' }],
		components: {
			securitySchemes: { basic: { type: 'http', scheme: 'basic', 'x-credentials': { username: { name: 'account' } } } },
		},
		security: [{ basic: [] }],
		paths: { [path]: { [method]: operation } },
	};
	const [read] = listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));
	if (!read) throw new Error('no operation');
	return guessBinding(read);
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const body = (schema: Json) => ({ content: { 'application/json': { schema } } });

it('The tag is the path, and what the operationId says beside it is the call', () => {
	expect(guess('/items', 'post', { operationId: 'createItem', tags: ['items'] })).toMatchObject({
		path: ['items'],
		call: 'create',
	});
	expect(guess('/i', 'get', { operationId: 'items/list-all', tags: ['Line Items'] })).toMatchObject({
		path: ['line_items'],
		call: 'list_all',
	});
	expect(guess('/i', 'get', { operationId: 'items', tags: ['items'] })).toMatchObject({ call: 'items' });
});

it('Without a tag or an id, the call is made on the client, by method and path', () => {
	expect(guess('/items/{id}', 'get', { parameters: [inPath('id')] })).toEqual({
		on: 'client',
		call: 'get_items_id',
		args: ['id'],
	});
});

it('What stands in the path is an argument, unless it is a credential; all else is an option', () => {
	expect(
		guess('/{account}/items/{id}', 'put', {
			operationId: 'updateItem',
			tags: ['items'],
			parameters: [inPath('account'), inPath('id'), { name: 'notify', in: 'query', schema: { type: 'boolean' } }],
			requestBody: body({ type: 'object', properties: { name: {}, price: {} } }),
			responses: { 200: { description: 'It is.', content: { 'application/json': {} } } },
		}),
	).toEqual({ on: 'client', path: ['items'], call: 'update', args: ['id'], options: ['notify', 'name', 'price'] });
});

it('A body that is no object is passed whole, and an answer without a body is nothing', () => {
	expect(
		guess('/items', 'post', {
			operationId: 'addItems',
			requestBody: body({ type: 'array', items: { type: 'string' } }),
			responses: { 204: { description: 'Done.' } },
		}),
	).toEqual({ on: 'client', call: 'add_items', args: ['body'], returns: 'nothing' });
});

it('What only the example holds, of one of several alternatives, is an option as well', () => {
	expect(
		guess('/items', 'post', {
			operationId: 'addItem',
			requestBody: { content: { 'application/json': { example: { name: 'Bolt' }, schema: { oneOf: [{}, {}] } } } },
		}),
	).toMatchObject({ options: ['name'] });
});
