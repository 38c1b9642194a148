import { expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import { createMock } from '../../src/mock/create-mock.ts';

const operation = (responses: object) => ({ paths: { '/ping': { get: { responses } } } });
const ok = {
	200: { description: 'Pong.', content: { 'application/json': { examples: { default: { value: { pong: true } } } } } },
};
const document = (root: object) => createDocument({ file: 'openapi.yaml', root: { openapi: '3.1.0', ...root } });
const ask = (basePath: string, root: object, path: string) =>
	createMock({ document: document(root), basePath })(new Request(`http://mock.example${path}`));

it('answers under its base path and nowhere else', async () => {
	expect(await (await ask('/mock', operation(ok), '/mock/ping')).json()).toEqual({ pong: true });
	expect(await (await ask('', operation(ok), '/ping')).json()).toEqual({ pong: true });
	for (const path of ['/ping', '/mock', '/mocking/ping'])
		expect((await ask('/mock', operation(ok), path)).status).toBe(404);
});

it('puts the path of the server before those of the API, and of the operation before that of the document', async () => {
	const servers = [
		{
			url: 'https://{region}.example/{version}/',
			variables: { region: { default: 'eu' }, version: { default: 'v3' } },
		},
	];
	expect((await ask('/mock', { servers, ...operation(ok) }, '/mock/v3/ping')).status).toBe(200);
	const own = { paths: { '/ping': { get: { servers: [{ url: 'https://files.example/up' }], responses: ok } } } };
	expect((await ask('/mock', { servers, ...own }, '/mock/up/ping')).status).toBe(200);
});

it('says where a reference of an operation leads nowhere', () => {
	const root = operation({ 200: { $ref: '#/components/responses/Gone' } });
	expect(() => createMock({ document: document(root), basePath: '/mock' })).toThrow(
		'$ref "#/components/responses/Gone" leads nowhere.',
	);
});

it('answers though a schema refers to nothing, to itself, or uses what its validator does not know', async () => {
	const schema = { $ref: '#/components/schemas/Loop' };
	const root = {
		paths: {
			'/loops': {
				post: {
					requestBody: { content: { 'application/json': { schema } } },
					responses: { 200: { description: '', content: { 'application/json': { schema } } } },
				},
			},
		},
		components: {
			schemas: {
				Loop: {
					type: 'object',
					properties: {
						next: schema,
						gone: { $ref: '#/components/schemas/Gone' },
						pattern: { type: 'string', pattern: '[' },
						format: { type: 'string', format: 'own' },
						nullable: { nullable: true },
						name: { type: 'string', minLength: 2 },
					},
				},
			},
		},
	};
	const mock = createMock({ document: document(root), basePath: '' });
	const post = (body: string) =>
		mock(
			new Request('http://mock.example/loops', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body,
			}),
		);
	expect((await post('{"next":{"name":"ab"},"pattern":"x","nullable":null}')).status).toBe(200);
	expect((await post('{"name":"a"}')).status).toBe(422);
});
