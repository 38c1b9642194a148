import { describe, expect, it } from 'vitest';
import { type Answer, basic, mocking } from './ask.ts';

const ask = mocking('spec');

const ACCOUNT = '/v1/Account/MAXXXXXXXXXXXXXXXXXX';
const POWERPACK = `${ACCOUNT}/Powerpack/86bbb125-97bb-4d72-89fd-81d5c515b015/`;
const POOL = `${ACCOUNT}/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f/`;
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

interface Listed {
	meta: { limit: number; offset: number; total_count: number; next: string; previous: string };
	objects: Record<string, unknown>[];
}

/** One reader's conversation with the mock. */
function reader(name: string) {
	const send = (method: string, path: string, body?: object): Promise<Answer> =>
		ask(method, path, {
			headers: { ...basic(`${name}:token`), 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
	const statusOf = async (method: string, path: string, body?: object) => (await send(method, path, body)).status;
	const listed = async (path: string) => (await send('GET', path)).json as Listed;
	return { send, statusOf, listed };
}

describe('Powerpacks', () => {
	it('are listed, found, changed and deleted once they are created', async () => {
		const { send, statusOf, listed } = reader('powerpacks');
		const { json: made } = await send('POST', `${ACCOUNT}/Powerpack/`, { name: 'mine', sticky_sender: false });
		expect(made).toMatchObject({
			name: 'mine',
			sticky_sender: false,
			local_connect: true,
			uuid: expect.stringMatching(UUID),
		});
		const { uuid, number_pool: pool } = made as { uuid: string; number_pool: string };
		const own = `${ACCOUNT}/Powerpack/${uuid}/`;

		const list = await listed(`${ACCOUNT}/Powerpack/`);
		expect(list.meta.total_count).toBe(2);
		expect(list.objects[1]).toMatchObject({ uuid, name: 'mine', number_pool: pool });

		expect((await send('POST', own, { name: 'renamed' })).json).toMatchObject({
			uuid,
			name: 'renamed',
			sticky_sender: false,
		});
		expect((await send('GET', own)).json).toMatchObject({ uuid, name: 'renamed' });

		expect(await statusOf('DELETE', own, { unrent_numbers: true })).toBe(200);
		expect(await statusOf('GET', own)).toBe(404);
		expect(await statusOf('POST', own, { name: 'again' })).toBe(404);
		expect(await statusOf('DELETE', own)).toBe(404);
		expect(await statusOf('GET', pool)).toBe(404);
		expect((await listed(`${ACCOUNT}/Powerpack/`)).meta.total_count).toBe(1);
	});

	it('have an empty pool of their own', async () => {
		const { send, listed } = reader('pools');
		const { json } = await send('POST', `${ACCOUNT}/Powerpack/`, { name: 'mine' });
		const path = (json as { number_pool: string }).number_pool;
		expect((await send('GET', path)).json).toMatchObject({
			numbers: `${path}Number/`,
			shortcodes: `${path}Shortcode/`,
		});
		for (const kind of ['Number', 'Shortcode', 'Tollfree'])
			expect(await listed(`${path}${kind}/`)).toMatchObject({ meta: { total_count: 0 }, objects: [] });
	});

	it('take everything in their pool with them', async () => {
		const { statusOf } = reader('cascade');
		expect(await statusOf('DELETE', POWERPACK)).toBe(200);
		for (const path of ['', 'Number/', 'Number/14845551234/', 'Shortcode/444444/', 'Tollfree/18005551234/'])
			expect(await statusOf('GET', POOL + path)).toBe(404);
		expect(await statusOf('POST', `${POOL}Number/14845551234/`, {})).toBe(404);
	});

	it('are refused without a name, in the documented way', async () => {
		const { send } = reader('nameless');
		const { status, json } = await send('POST', `${ACCOUNT}/Powerpack/`, {});
		expect(status).toBe(400);
		expect(json).toEqual({ api_id: expect.any(String), error: expect.stringContaining('invalid_parameter') });
	});

	it('are on pages', async () => {
		const { send, listed } = reader('pages');
		for (const name of ['a', 'b', 'c', 'd']) await send('POST', `${ACCOUNT}/Powerpack/`, { name });
		const first = await listed(`${ACCOUNT}/Powerpack/?limit=2`);
		expect(first.objects.map(({ name }) => name)).toEqual(['my_powerpack', 'a']);
		expect(first.meta).toEqual({
			...{ limit: 2, offset: 0, total_count: 5, previous: '' },
			next: `${ACCOUNT}/Powerpack/?limit=2&offset=2`,
		});
		const last = await listed(`${ACCOUNT}/Powerpack/?limit=2&offset=4`);
		expect(last.objects.map(({ name }) => name)).toEqual(['d']);
		expect(last.meta).toMatchObject({ next: '', previous: `${ACCOUNT}/Powerpack/?limit=2&offset=2` });
		expect((await listed(`${ACCOUNT}/Powerpack/?offset=9`)).objects).toEqual([]);
		expect((await listed(`${ACCOUNT}/Powerpack/`)).meta.limit).toBe(20);
	});

	it('name the account that the path names', async () => {
		const { send } = reader('accounts');
		const { json } = await send('GET', POWERPACK.replace('MAX', 'SAX'));
		expect(json).toMatchObject({ number_pool: POOL.replace('MAX', 'SAX') });
	});
});

describe.each([
	['Number', 'number', '14845551234', '12025550143'],
	['Tollfree', 'number', '18005551234', '18885550143'],
])('%ss of a pool', (kind, field, seeded, added) => {
	const path = (number: string) => `${POOL}${kind}/${number}/`;
	const list = `${POOL}${kind}/`;

	it('are there once they are added, counted, and gone once they are removed', async () => {
		const { send, statusOf, listed } = reader(`${kind}-story`);
		expect(await statusOf('GET', path(added))).toBe(404);
		expect(await statusOf('DELETE', path(added))).toBe(404);
		expect((await send('POST', path(added), {})).json).toMatchObject({ [field]: added });
		expect((await send('GET', path(added))).json).toMatchObject({ [field]: added });
		expect(await listed(list)).toMatchObject({
			meta: { total_count: 2 },
			objects: [{ [field]: seeded }, { [field]: added }],
		});
		expect(await statusOf('DELETE', path(added), { unrent: true })).toBe(200);
		expect(await statusOf('DELETE', path(added), { unrent: true })).toBe(404);
		expect(await statusOf('GET', path(added))).toBe(404);
		expect(await listed(list)).toMatchObject({ meta: { total_count: 1 }, objects: [{ [field]: seeded }] });
	});

	it('are in it once, however often they are added', async () => {
		const { statusOf, listed } = reader(`${kind}-again`);
		for (let times = 0; times < 2; times++) expect(await statusOf('POST', path(seeded), {})).toBe(200);
		expect((await listed(list)).meta.total_count).toBe(1);
	});

	it('are in that pool only', async () => {
		const { send, statusOf } = reader(`${kind}-pool`);
		const { json } = await send('POST', `${ACCOUNT}/Powerpack/`, { name: 'mine' });
		const other = (json as { number_pool: string }).number_pool;
		expect(await statusOf('GET', `${other}${kind}/${seeded}/`)).toBe(404);
		expect(await statusOf('POST', `${other}${kind}/${seeded}/`, {})).toBe(200);
		expect(await statusOf('DELETE', path(seeded))).toBe(200);
		expect(await statusOf('GET', `${other}${kind}/${seeded}/`)).toBe(200);
	});
});

describe('Numbers', () => {
	it('are bought and added in one call, for the service that is asked for', async () => {
		const { send } = reader('buy');
		const bought = await send('POST', `${POOL}Number/12025550143/`, { rent: true, service: 'mms' });
		expect(bought.json).toMatchObject({ number: '12025550143', service: 'mms' });
		expect(bought.json).not.toHaveProperty('rent');
	});

	it('are listed as the filters ask', async () => {
		const { send, listed } = reader('filters');
		await send('POST', `${POOL}Number/12025550143/`, { service: 'mms' });
		const found = async (query: string) =>
			(await listed(`${POOL}Number/?${query}`)).objects.map(({ number }) => number);
		expect(await found('service=mms')).toEqual(['12025550143']);
		expect(await found('starts_with=484&country_iso2=US')).toEqual(['14845551234']);
		expect(await found('starts_with=202,484&country_iso2=US')).toEqual(['14845551234', '12025550143']);
		expect(await found('starts_with=484&country_iso2=US&service=mms')).toEqual([]);
		expect(await found('type=mobile')).toEqual([]);
		expect((await listed(`${POOL}Number/?service=mms`)).meta.total_count).toBe(1);
	});
});

describe('Short codes', () => {
	it('are removed once; the second removal is 404, in the words of the API', async () => {
		const { send, statusOf, listed } = reader('shortcodes');
		expect((await send('DELETE', `${POOL}Shortcode/444444/`)).json).toMatchObject({ response: 'success' });
		const { status, json } = await send('DELETE', `${POOL}Shortcode/444444/`);
		expect(status).toBe(404);
		expect(json).toEqual({ api_id: expect.any(String), error: expect.stringContaining('shortcode 444444') });
		expect(await statusOf('GET', `${POOL}Shortcode/444444/`)).toBe(404);
		expect(await listed(`${POOL}Shortcode/`)).toMatchObject({ meta: { total_count: 0 }, objects: [] });
	});

	it('are removed by one of several who do it at once', async () => {
		const { statusOf } = reader('racing');
		const statuses = await Promise.all(
			Array.from({ length: 20 }, () => statusOf('DELETE', `${POOL}Shortcode/444444/`)),
		);
		expect(statuses.sort()).toEqual([200, ...Array.from({ length: 19 }, () => 404)]);
	});
});
