import { describe, expect, it } from 'vitest';
import { mockRoutes, mockServices } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { listening } from './listening.ts';

const { address } = listening(() => ({ siteDirectory: '/nowhere', routes: mockRoutes(readSpecs('spec')) }));

const POOL = '/v1/Account/MAXXXXXXXXXXXXXXXXXX/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f';
const credentials = (reader: string) => ({ authorization: `Basic ${btoa(`${reader}:token`)}` });
const statusOf = async (reader: string, method: string, path: string) =>
	(await fetch(`${address()}/mock${path}`, { method, headers: credentials(reader) })).status;
const reset = (headers: Record<string, string>, method = 'DELETE') =>
	fetch(`${address()}/_specimen/mock-state`, { method, headers });
const removal = (reader: string) => statusOf(reader, 'DELETE', `${POOL}/Shortcode/444444/`);

describe('DELETE /_specimen/mock-state', () => {
	it('puts the reader whose credentials it carries back to the seed, and nobody else', async () => {
		for (const reader of ['one', 'other']) expect(await removal(reader)).toBe(200);
		const answer = await reset(credentials('one'));
		expect([answer.status, await answer.text()]).toEqual([204, '']);
		expect(await removal('one')).toBe(200);
		expect(await removal('other')).toBe(404);
	});
	it('takes the scheme in any case, as the API does', async () => {
		expect(await removal('case')).toBe(200);
		await reset({ authorization: credentials('case').authorization.replace('Basic', 'basic ') });
		expect(await removal('case')).toBe(200);
	});
	it('asks for credentials', async () => {
		expect((await reset({})).status).toBe(401);
	});
	it('is the only method there', async () => {
		for (const method of ['GET', 'POST', 'OPTIONS']) {
			const answer = await reset(credentials('one'), method);
			expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'DELETE']);
		}
	});
	it.each([
		[{ 'sec-fetch-site': 'cross-site' }],
		[{ 'sec-fetch-site': 'same-site' }],
		[{ origin: 'https://evil.example' }],
		[{ origin: 'null' }],
	])('refuses a page of another site: %o', async (headers) => {
		expect(await removal('guarded')).toBe(200);
		const answer = await reset({ ...credentials('guarded'), ...headers });
		expect(answer.status).toBe(403);
		expect(answer.headers.has('access-control-allow-origin')).toBe(false);
		expect(await removal('guarded')).toBe(404);
		await reset(credentials('guarded'));
	});
	it('takes one from a page of this site', async () => {
		expect((await reset({ ...credentials('mine'), origin: address(), 'sec-fetch-site': 'same-origin' })).status).toBe(
			204,
		);
		expect((await reset({ ...credentials('mine'), origin: address() })).status).toBe(204);
	});
});

it('keeps two readers apart who work at once', async () => {
	const readers = Array.from({ length: 50 }, (_, index) => `together-${index}`);
	const statuses = await Promise.all(readers.map(async (reader) => [await removal(reader), await removal(reader)]));
	expect(statuses).toEqual(readers.map(() => [200, 404]));
});

it('tells pages which APIs remember, and where to reset them', () => {
	expect(mockServices(readSpecs('spec'))).toEqual({
		mock: true,
		'mock-state': { apis: ['plivo'], url: '/_specimen/mock-state' },
	});
	expect(mockServices(readSpecs('test/mock/fixtures/spec'))).toEqual({ mock: true });
});
