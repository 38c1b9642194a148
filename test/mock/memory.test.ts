import { describe, expect, it } from 'vitest';
import { createDocument, type Json } from '../../src/core/document.ts';
import type { MockSpec } from '../../src/core/mock-spec.ts';
import { createMock, type Mock, type MockOptions } from '../../src/mock/create-mock.ts';

const schema = { type: 'object', properties: { title: { type: 'string' }, pages: { type: 'integer' } } };
const json = (value: unknown) => ({ content: { 'application/json': { examples: { default: { value } } } } });
const answer = (status: number, value?: unknown) => ({
	responses: { [status]: { description: '', ...(value === undefined ? {} : json(value)) } },
});
const book = { data: { id: 1, title: 'Example', pages: 10 } };
const bookId = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const query = (name: string) => ({ name, in: 'query', schema: { type: 'integer' } });
const body = { requestBody: { content: { 'application/json': { schema } } } };

/** An API of another kind than Plivo's: integers as keys, records inside `data`, numbered pages, keys in a header. */
const root: Json = {
	openapi: '3.1.0',
	paths: {
		'/books': {
			get: {
				operationId: 'list',
				parameters: [query('page'), query('per_page')],
				...answer(200, { data: [], pages: 1 }),
			},
			post: { operationId: 'create', ...body, ...answer(201, book) },
		},
		'/books/{id}': {
			parameters: [bookId],
			get: { operationId: 'read', ...answer(200, book) },
			patch: { operationId: 'update', ...body, ...answer(200, book) },
			delete: { operationId: 'remove', ...answer(204) },
		},
		'/about': { get: { operationId: 'about', ...answer(200, { about: 'books' }) } },
	},
	components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
};
const remembers: MockSpec = {
	collections: {
		books: {
			key: ['id'],
			fields: { id: { fresh: 'integer' }, title: '', pages: null, added: { fresh: 'date-time' } },
			seed: [{ id: 7, title: 'Seeded', pages: 1, added: '2020-01-01T00:00:00Z' }],
		},
	},
	operations: {
		list: { verb: 'list', collections: ['books'], where: {} },
		create: { verb: 'create', collections: ['books'], where: {}, at: '/data' },
		read: { verb: 'read', collections: ['books'], where: {}, at: '/data' },
		update: { verb: 'update', collections: ['books'], where: {}, at: '/data' },
		remove: { verb: 'remove', collections: ['books'], where: {} },
	},
	paging: { at: '/data', limit: 'per_page', page: 'page', set: { '/pages': '{total}' }, none: null },
};

const mockOf = (options: Partial<MockOptions> = {}) =>
	createMock({ document: createDocument({ file: 'openapi.yaml', root }), remembers, basePath: '', ...options });

/** Asks a mock as the reader who has a key; without one as nobody. */
async function ask(mock: Mock, key: string, method: string, path: string, sent?: unknown, headers: object = {}) {
	const response = await mock(
		new Request(`http://mock.example${path}`, {
			method,
			headers: { 'content-type': 'application/json', ...(key ? { 'x-key': key } : {}), ...headers },
			...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
		}),
	);
	const text = await response.text();
	return { status: response.status, json: text === '' ? undefined : JSON.parse(text), text };
}
const titles = async (mock: Mock, key: string, search = '') =>
	(await ask(mock, key, 'GET', `/books${search}`)).json.data.map(({ title }: { title: string }) => title);

describe('An API of another kind', () => {
	it('counts its keys on from the seed, and never uses one twice', async () => {
		const mock = mockOf({ now: () => 0 });
		const made = await ask(mock, 'a', 'POST', '/books', { title: 'One', pages: 5 });
		expect(made).toMatchObject({
			status: 201,
			json: { data: { id: 8, title: 'One', pages: 5, added: '1970-01-01T00:00:00.000Z' } },
		});
		expect((await ask(mock, 'a', 'DELETE', '/books/8')).status).toBe(204);
		expect((await ask(mock, 'a', 'POST', '/books', { title: 'Two' })).json.data).toMatchObject({ id: 9, pages: null });
		expect((await ask(mock, 'a', 'GET', '/books/9')).json.data).toMatchObject({ id: 9, title: 'Two' });
	});
	it('is read by numbered pages', async () => {
		const mock = mockOf();
		for (const title of ['One', 'Two']) await ask(mock, 'a', 'POST', '/books', { title });
		expect(await titles(mock, 'a', '?per_page=2&page=1')).toEqual(['Seeded', 'One']);
		expect(await titles(mock, 'a', '?per_page=2&page=2')).toEqual(['Two']);
		expect((await ask(mock, 'a', 'GET', '/books')).json.pages).toBe(3);
	});
	it('changes only what the body documents, and never what was made for a record', async () => {
		const mock = mockOf();
		const changed = await ask(mock, 'a', 'PATCH', '/books/7', { title: 'New', id: 99, added: 'never', colour: 'red' });
		expect(changed.json.data).toEqual({ id: 7, title: 'New', pages: 1, added: '2020-01-01T00:00:00Z' });
	});
	it('keeps every digit that is sent', async () => {
		const mock = mockOf();
		const request = new Request('http://mock.example/books', {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-key': 'a' },
			body: '{"pages":12345678901234567890}',
		});
		expect(await (await mock(request)).text()).toContain('12345678901234567890');
	});
	it('refuses what is not there with problem details where it documents no error', async () => {
		const answer = await ask(mockOf(), 'a', 'GET', '/books/99');
		expect(answer).toMatchObject({ status: 404, json: { status: 404, detail: 'nothing has id 99' } });
	});
	it('answers its example where it says nothing of an operation', async () => {
		expect((await ask(mockOf(), 'a', 'GET', '/about')).json).toEqual({ about: 'books' });
	});
	it('answers its examples where it remembers nothing', async () => {
		const mock = createMock({ document: createDocument({ file: 'openapi.yaml', root }), basePath: '' });
		expect((await ask(mock, 'a', 'GET', '/books/99')).json).toEqual(book);
	});
});

describe('Readers', () => {
	it('each have a state of their own, by their credentials', async () => {
		const mock = mockOf();
		await ask(mock, 'a', 'DELETE', '/books/7');
		expect((await ask(mock, 'a', 'GET', '/books/7')).status).toBe(404);
		expect((await ask(mock, 'b', 'GET', '/books/7')).status).toBe(200);
	});
	it('without credentials are answered the examples, and leave nothing behind', async () => {
		const mock = mockOf();
		await ask(mock, '', 'DELETE', '/books/7');
		expect((await ask(mock, '', 'GET', '/books/7')).json).toEqual(book);
	});
	it('see a documented answer that they prefer, whatever they have done, and change nothing by it', async () => {
		const mock = mockOf();
		expect((await ask(mock, 'a', 'DELETE', '/books/7', undefined, { prefer: 'code=204' })).status).toBe(204);
		expect((await ask(mock, 'a', 'GET', '/books/7')).status).toBe(200);
		expect((await ask(mock, 'a', 'GET', '/books/99', undefined, { prefer: 'example=default' })).json).toEqual(book);
	});
});

describe('What is kept is bounded', () => {
	const bounds = { readers: 2, idle: 1_000, records: 2, bytes: 600 };
	it('in number: who asked the longest ago begins anew', async () => {
		const mock = mockOf({ bounds });
		for (const key of ['a', 'b']) await ask(mock, key, 'POST', '/books', { title: key });
		await ask(mock, 'a', 'GET', '/books');
		await ask(mock, 'c', 'POST', '/books', { title: 'c' });
		expect(await titles(mock, 'b')).toEqual(['Seeded']);
		expect(await titles(mock, 'a')).toEqual(['Seeded', 'a']);
	});
	it('in number of those who change something: reading takes no room', async () => {
		const mock = mockOf({ bounds });
		await ask(mock, 'a', 'POST', '/books', { title: 'a' });
		for (const key of ['b', 'c', 'd']) await ask(mock, key, 'GET', '/books');
		expect(await titles(mock, 'a')).toEqual(['Seeded', 'a']);
	});
	it('in life: who asks for nothing begins anew', async () => {
		let time = 0;
		const mock = mockOf({ bounds, now: () => time });
		await ask(mock, 'a', 'POST', '/books', { title: 'a' });
		time = 900;
		expect(await titles(mock, 'a')).toEqual(['Seeded', 'a']);
		time = 1_800;
		expect(await titles(mock, 'a')).toEqual(['Seeded', 'a']);
		time = 2_801;
		expect(await titles(mock, 'a')).toEqual(['Seeded']);
	});
	it('in records: one more is refused, and says what to do', async () => {
		const mock = mockOf({ bounds });
		for (const title of ['a', 'b']) expect((await ask(mock, 'a', 'POST', '/books', { title })).status).toBe(201);
		const refused = await ask(mock, 'a', 'POST', '/books', { title: 'c' });
		expect(refused).toMatchObject({ status: 422, json: { detail: expect.stringContaining('reset it') } });
		expect(await titles(mock, 'a')).toEqual(['Seeded', 'a', 'b']);
		expect((await ask(mock, 'a', 'DELETE', '/books/7')).status).toBe(204);
		expect((await ask(mock, 'a', 'POST', '/books', { title: 'c' })).status).toBe(201);
	});
	it('in bytes, also of what is changed', async () => {
		const mock = mockOf({ bounds });
		const long = { title: 'x'.repeat(700) };
		expect((await ask(mock, 'a', 'POST', '/books', long)).status).toBe(422);
		expect((await ask(mock, 'a', 'PATCH', '/books/7', long)).status).toBe(422);
		expect(await titles(mock, 'a')).toEqual(['Seeded']);
	});
});
