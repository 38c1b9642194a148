import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../src/site/try-it/history/history-store.ts';
import type { Exchange } from '../../../src/site/try-it/send/exchange.ts';
import { operationOf } from './operations.ts';

const CANARY = 'canary-5f1c9d';

/** What a tab's storage does, in memory. */
function memoryStorage(): Storage & { text(): string } {
	const items = new Map<string, string>();
	return {
		get length() {
			return items.size;
		},
		clear: () => items.clear(),
		getItem: (name) => items.get(name) ?? null,
		key: (at) => [...items.keys()][at] ?? null,
		removeItem: (name) => items.delete(name),
		setItem: (name, value) => items.set(name, value),
		text: () => JSON.stringify([...items]),
	};
}

const operation = operationOf(
	{
		security: [{ basic: [] }, {}],
		parameters: [
			{ name: 'account', in: 'path', required: true, schema: { type: 'string' } },
			{ name: 'thing', in: 'path', required: true, schema: { type: 'string' } },
			{ name: 'Authorization', in: 'header', schema: { type: 'string' } },
			{ name: 'pin', in: 'query', schema: { type: 'string', format: 'password' } },
		],
		requestBody: {
			content: {
				'application/json': {
					schema: {
						properties: {
							word: { type: 'string', writeOnly: true },
							owner: { $ref: '#/components/schemas/Owner' },
						},
					},
				},
			},
		},
		responses: {},
	},
	{
		method: 'post',
		path: '/{account}/things/{thing}',
		components: {
			schemas: {
				Owner: {
					properties: {
						name: { type: 'string' },
						pass: { type: 'string', format: 'password' },
						friend: { $ref: '#/components/schemas/Owner' },
					},
				},
			},
			securitySchemes: {
				basic: {
					type: 'http',
					scheme: 'basic',
					'x-credentials': { username: { name: 'account' }, password: { name: 'token' } },
				},
			},
		},
	},
);

function exchange(id: string, size = 10): Exchange {
	return {
		id,
		sentAt: 1000,
		state: 'done',
		outgoing: {
			way: 'direct',
			request: {
				method: 'POST',
				url: `https://api.example.com/x?key=${CANARY}`,
				headers: [['Authorization', `Basic ${CANARY}`]],
				body: { mediaType: 'application/json', text: `{"word":"${CANARY}"}` },
			},
		},
		received: { status: 201, statusText: 'Created', headers: [], body: new Uint8Array(size), ms: 3 },
	};
}

const sent = (values: Record<string, string | null>) => ({
	api: 'things',
	task: 'theOne',
	page: '/things/the-one/',
	operation,
	values,
	credentials: { account: 'MA1', token: CANARY },
});

describe('The history', () => {
	it('keeps what it takes to send again, and survives a reload', () => {
		const storage = memoryStorage();
		openHistory(storage).add(exchange('a'), sent({ 'path.thing': 'pen', color: null }));
		expect(openHistory(storage).entries()).toEqual([
			{
				id: 'a',
				sentAt: 1000,
				api: 'things',
				task: 'theOne',
				page: '/things/the-one/',
				method: 'POST',
				path: '/{account}/things/pen',
				way: 'direct',
				values: { 'path.thing': 'pen', color: null },
				status: 201,
			},
		]);
	});

	it('keeps no secret, wherever it was typed', () => {
		const storage = memoryStorage();
		const history = openHistory(storage);
		const values = {
			account: 'MA1',
			token: CANARY,
			Authorization: 'Bearer other-secret',
			pin: 'other-secret',
			body: '{"word":"other-secret"}',
			word: 'other-secret',
			'body.word': 'other-secret',
			'header.Authorization': 'other-secret',
			owner: '{"pass":"other-secret"}',
			'owner.friend.pass': 'other-secret',
			'owner.friend': '{"pass":"other-secret"}',
			'owner.name': 'Ann',
			'cookie.session': 'other-secret',
			thing: `look at ${CANARY}`,
			color: 'red',
		};
		history.add(exchange('a'), sent(values));
		expect(history.entries()[0]?.values).toEqual({ 'owner.name': 'Ann', color: 'red' });
		const everything = storage.text() + JSON.stringify([history.entries(), history.exchangeOf('a')]);
		expect(everything).not.toContain(CANARY);
		expect(everything).not.toContain('other-secret');
	});

	it('holds the last twenty', () => {
		const history = openHistory(memoryStorage());
		for (let at = 0; at < 25; at++) history.add(exchange(String(at)), sent({}));
		expect(history.entries().map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => String(24 - at)));
		expect(history.exchangeOf('4')).toBeUndefined();
	});

	it('keeps answers in memory alone, and not more than it has room for', () => {
		const storage = memoryStorage();
		const history = openHistory(storage);
		for (const id of ['a', 'b', 'c']) history.add(exchange(id, 30_000_000), sent({}));
		expect(['a', 'b', 'c'].map((id) => history.exchangeOf(id) !== undefined)).toEqual([false, true, true]);
		expect(openHistory(storage).exchangeOf('c')).toBeUndefined();
	});

	it('forgets all when told to', () => {
		const storage = memoryStorage();
		const history = openHistory(storage);
		history.add(exchange('a'), sent({}));
		history.clear();
		expect([history.entries(), history.exchangeOf('a'), storage.length]).toEqual([[], undefined, 0]);
	});

	it('works where storage is full, blocked or holds something else', () => {
		const full = memoryStorage();
		full.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const strange = memoryStorage();
		strange.setItem('specimen-try-it', '{"not":"a list"}');
		for (const storage of [full, strange, undefined]) {
			const history = openHistory(storage);
			history.add(exchange('a'), sent({}));
			expect(history.entries()).toHaveLength(1);
		}
	});
});
