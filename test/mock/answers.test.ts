import { describe, expect, it } from 'vitest';
import { mocking } from './ask.ts';

const ask = mocking('test/mock/fixtures/spec');
const prefer = (wish: string) => ({ headers: { prefer: wish } });

describe('documented answers', () => {
	it('sends the example byte for byte each time, with every digit of its numbers', async () => {
		const first = await ask('GET', '/v2/books/1-2');
		expect(first.text).toBe(`{
  "serial": 12345678901234567890,
  "price": 1.50,
  "title": "Ünï \\"quoted\\" \\\\ 🙂",
  "tags": [],
  "extra": {},
  "none": null
}
`);
		expect((await ask('GET', '/v2/books/1-2')).text).toBe(first.text);
	});
	it('samples the same answer from the schema each time where there is no example', async () => {
		const body = { headers: { 'content-type': 'application/json' }, body: '{"title":"One"}' };
		const answer = await ask('POST', '/v2/books/', body);
		expect(answer.json).toMatchObject({ title: 'string', added: '2019-08-24T14:15:22Z' });
		expect((await ask('POST', '/v2/books/', body)).text).toBe(answer.text);
	});
	it('sends the media type that is asked for, and JSON where it has no such one', async () => {
		expect((await ask('GET', '/v2/books/1-2', { headers: { accept: 'text/csv' } })).text).toBe('serial,title\n1,One\n');
		expect((await ask('GET', '/v2/books/1-2', { headers: { accept: 'image/png' } })).headers.get('content-type')).toBe(
			'application/json',
		);
	});
	it('sends the documented headers that have a value, but none that concern the host', async () => {
		const { headers } = await ask('GET', '/v2/books/1-2');
		expect(headers.get('x-shelf')).toBe('B-12');
		expect(headers.has('x-unsaid')).toBe(false);
		expect(headers.has('set-cookie')).toBe(false);
		expect([...headers.keys()].filter((name) => name.startsWith('specimen'))).toEqual([]);
	});
	it('sends events one by one', async () => {
		expect((await ask('GET', '/v2/events')).text).toBe('data: {"title":"One"}\n\ndata: {"title":"Two"}\n\n');
	});
	it('sends nothing where no answer is documented', async () => {
		expect((await ask('POST', '/silent-api/ping')).status).toBe(204);
	});
	it('answers problem details where the API documents no error', async () => {
		const answer = await ask('GET', '/silent-api/ping');
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(answer.json).toMatchObject({ status: 405, title: 'Method Not Allowed' });
	});
});

describe('Prefer', () => {
	it.each([
		['code=200', 200, 'code=200'],
		['code=401', 401, 'code=401'],
		['code=418', 418, 'code=418'],
		['code=503', 503, 'code=503'],
		['Code="404"', 404, 'code=404'],
		['code=constructor', 200, null],
		['code=99999', 200, null],
	])('"%s" is answered with %i', async (wish, status, appliedWish) => {
		const answer = await ask('GET', '/v2/books/1-2', prefer(wish));
		expect([answer.status, answer.headers.get('preference-applied')]).toEqual([status, appliedWish]);
	});
	it('takes the answer of a range or of the default where the status is not documented itself', async () => {
		expect((await ask('GET', '/v2/books/1-2', prefer('code=418'))).json).toMatchObject({ error: { code: 'refused' } });
		expect((await ask('GET', '/v2/books/1-2', prefer('code=503'))).json).toMatchObject({ error: { code: 'broken' } });
	});
	it('chooses a named example', async () => {
		expect((await ask('GET', '/v2/books/1-2', prefer('example=reprint'))).json).toEqual({
			serial: 2,
			title: 'Reprint',
		});
		expect((await ask('GET', '/v2/books/1-2', prefer('example=__proto__'))).status).toBe(200);
	});
	it('ignores a status that the operation does not document', async () => {
		expect((await ask('GET', '/v2/open', prefer('code=404'))).status).toBe(200);
	});
});

describe('pages of other origins', () => {
	const origin = 'https://docs.example';
	it('may read every answer, errors too', async () => {
		for (const path of ['/v2/books/1-2', '/v2/nothing']) {
			expect((await ask('GET', path, { headers: { origin } })).headers.get('access-control-allow-origin')).toBe('*');
		}
	});
	it('are let through with the headers that they ask for, on every path', async () => {
		const headers = {
			origin,
			'access-control-request-method': 'DELETE',
			'access-control-request-headers': 'authorization,prefer',
			authorization: '',
		};
		for (const path of ['/v2/books/1-2', '/v2/nothing']) {
			const answer = await ask('OPTIONS', path, { headers });
			expect(answer.status).toBe(204);
			expect(answer.headers.get('access-control-allow-methods')).toContain('DELETE');
			expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,prefer');
		}
	});
});

describe('several APIs', () => {
	it('share the paths: the first in the alphabet that has one answers', async () => {
		expect((await ask('GET', '/v2/books/1-2')).json).toMatchObject({ price: 1.5 });
		expect((await ask('GET', '/v2/boxes/7')).json).toEqual({ box: 7 });
	});
	it('share a path by method', async () => {
		expect((await ask('PATCH', '/v2/books/1-2')).status).toBe(200);
	});
	it('are each at their own name', async () => {
		expect((await ask('GET', '/library/v2/books/1-2')).json).toMatchObject({ price: 1.5 });
		expect((await ask('GET', '/storeroom/v2/books/1-2')).json).toEqual({ stored: true });
		expect((await ask('GET', '/storeroom/v2/open')).status).toBe(404);
	});
});
