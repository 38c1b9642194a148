import { describe, expect, it } from 'vitest';
import { mockRoute } from '../../../src/server/mock-route.ts';
import { readSpecs } from '../../../src/server/read-specs.ts';
import type { Exchange, Outgoing } from '../../../src/site/try-it/send/exchange.ts';
import { send } from '../../../src/site/try-it/send/send.ts';
import { listening } from '../../server/listening.ts';
import { serving } from './serving.ts';

const mock = listening(() => ({ siteDirectory: '/nowhere', routes: [mockRoute(readSpecs('spec'))] }));
const LINES = 'application/x-ndjson';

/** Answers by path; what is not told how to end stays open. */
const address = serving((request, response) => {
	const path = request.url ?? '';
	if (path === '/parts') {
		response.writeHead(200, { 'content-type': 'text/plain' });
		response.write('first ');
		// The reader asks for the rest when the first part has reached it.
	} else if (path === '/rest') {
		response.end();
	} else if (path === '/cut') {
		response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
		response.write('half', () => response.destroy());
	} else if (path === '/events') {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.write('data: 1\n\n');
		setTimeout(() => response.end('data: 2\n\n'), 100);
	} else if (path === '/large') {
		response.end(Buffer.alloc(3000, 'x'));
	} else if (path === '/moved') {
		response.writeHead(302, { location: '/large' }).end();
	} else if (path === '/echo') {
		let body = '';
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', () => response.end(JSON.stringify({ method: request.method, headers: request.headers, body })));
	} else if (path === '/proxy') {
		const line = (value: unknown) => response.write(`${JSON.stringify(value)}\n`);
		response.writeHead(200, { 'content-type': LINES });
		line({ status: 201, statusText: 'Created', headers: [['content-type', 'text/plain']], url: 'https://x.example/' });
		line({ chunk: Buffer.from('grün ').toString('base64') });
		line({ chunk: Buffer.from('gelb').toString('base64') });
		line({ end: { bytes: 7, ms: 12 } });
		response.end();
	} else if (path === '/proxy-breaks') {
		response.writeHead(200, { 'content-type': LINES });
		response.write('{"status":200,"statusText":"OK","headers":[]}\n{"chunk":"aGFs');
		response.end('Zg=="}\n{"error":{"code":"upstream-reset","message":"It hung up.","hint":"Try again."}}');
	} else if (path === '/proxy-stops') {
		response.writeHead(200, { 'content-type': LINES }).end('{"status":200,"statusText":"OK","headers":[]}\n');
	} else if (path === '/proxy-refuses') {
		response.writeHead(403, { 'content-type': 'application/problem+json' });
		response.end('{"code":"private-address","detail":"That address is private.","hint":"Name a public one."}');
	} else if (path === '/no-proxy') {
		response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
	}
});

const get = (url: string): Outgoing => ({ way: 'direct', request: { method: 'GET', url, headers: [] } });
const throughProxy: Outgoing = {
	way: 'proxy',
	request: { method: 'GET', url: 'https://x.example/', headers: [] },
	proxied: { api: 'x', task: 'y', server: 'https://x.example', values: {}, credentials: {} },
};
const bodyOf = ({ received }: Exchange) => new TextDecoder().decode(received?.body);

describe('Sending from the page', () => {
	it('carries method, headers and body, and nothing of the browser', async () => {
		const exchange = await send({
			way: 'direct',
			request: {
				method: 'PATCH',
				url: `${address()}/echo`,
				headers: [['X-Told', 'yes']],
				body: { mediaType: 'application/json', text: '{"a":1}' },
			},
		});
		const seen = JSON.parse(bodyOf(exchange)) as { method: string; headers: Record<string, string>; body: string };
		expect(seen).toMatchObject({ method: 'PATCH', body: '{"a":1}' });
		expect(seen.headers).toMatchObject({ 'x-told': 'yes', 'content-type': 'application/json' });
		expect(Object.keys(seen.headers)).not.toContain('cookie');
		expect(Object.keys(seen.headers)).not.toContain('referer');
		expect(exchange).toMatchObject({ state: 'done', received: { status: 200, statusText: 'OK' } });
	});

	it('is answered by the mock', async () => {
		const exchange = await send({
			way: 'mock',
			request: {
				method: 'GET',
				url: `${mock.address()}/mock/v1/Account/MA/Powerpack/`,
				headers: [['Authorization', 'Basic aWQ6aW52YWxpZA==']],
			},
		});
		expect(exchange.received?.status).toBe(401);
		expect(exchange.received?.headers.map(([name]) => name)).toContain('www-authenticate');
	});

	it('tells what has arrived, as it arrives', async () => {
		const seen: string[] = [];
		const stop = new AbortController();
		const exchange = await send(get(`${address()}/parts`), {
			signal: stop.signal,
			changed(step) {
				seen.push(`${step.state} ${bodyOf(step)}`);
				if (bodyOf(step) === 'first ') stop.abort();
			},
		});
		expect(seen).toEqual(['waiting ', 'receiving ', 'receiving first ', 'failed first ']);
		expect(exchange.failure?.code).toBe('cancelled');
	});

	it('gives up on a server that stays silent', async () => {
		const exchange = await send(get(`${address()}/silent`), { patience: 30 });
		expect(exchange.failure).toMatchObject({ code: 'timed-out' });
	});

	it('lets a stream of events take its time', async () => {
		const exchange = await send(get(`${address()}/events`), { patience: 50 });
		expect([exchange.state, bodyOf(exchange)]).toEqual(['done', 'data: 1\n\ndata: 2\n\n']);
	});

	it('sends nothing that was cancelled before', async () => {
		const exchange = await send(get(`${address()}/echo`), { signal: AbortSignal.abort() });
		expect(exchange).toMatchObject({ state: 'failed', failure: { code: 'cancelled' } });
		expect(exchange.received).toBeUndefined();
	});

	it('keeps what came of an answer that breaks off', async () => {
		const exchange = await send(get(`${address()}/cut`));
		expect(exchange).toMatchObject({ state: 'failed', failure: { code: 'cut-off' }, received: { status: 200 } });
		expect(bodyOf(exchange)).toBe('half');
	});

	it('stops at an answer that is too large', async () => {
		const exchange = await send(get(`${address()}/large`), { limit: 1000 });
		expect(exchange.failure?.code).toBe('too-large');
	});

	it('follows no redirect', async () => {
		expect((await send(get(`${address()}/moved`))).received?.status).toBe(302);
	});

	it('says what to do where nobody listens', async () => {
		const { failure } = await send(get('http://127.0.0.1:1/'));
		expect(failure).toMatchObject({ code: 'blocked', message: expect.stringContaining('127.0.0.1:1') });
		expect(failure?.hint).toContain('cURL');
		const { failure: atHome } = await send({ ...get('http://127.0.0.1:1/'), way: 'mock' });
		expect(atHome?.code).toBe('unreachable');
	});

	it('says what a browser cannot send at all', async () => {
		const withBody = get(`${address()}/echo`);
		withBody.request.body = { mediaType: 'text/plain', text: 'x' };
		expect((await send(withBody)).failure?.code).toBe('unsendable');
	});

	it('names the headers that a browser leaves out', async () => {
		const outgoing = get(`${address()}/echo`);
		outgoing.request.headers.push(['Cookie', 'a=b'], ['Sec-Fetch-Site', 'none'], ['X-Fine', '1']);
		const { notes } = await send(outgoing);
		expect(notes?.map((note) => /header (\S+):/.exec(note)?.[1])).toEqual(['Cookie', 'Sec-Fetch-Site']);
	});
});

describe('Sending through the proxy', () => {
	const via = (path: string) => send(throughProxy, { proxy: `${address()}${path}` });

	it('puts the answer together', async () => {
		const exchange = await via('/proxy');
		expect(exchange).toMatchObject({ state: 'done', received: { status: 201, ms: 12, transferred: 7 } });
		expect(bodyOf(exchange)).toBe('grün gelb');
	});

	it("passes on the proxy's own words", async () => {
		expect((await via('/proxy-refuses')).failure).toEqual({
			code: 'private-address',
			message: 'That address is private.',
			hint: 'Name a public one.',
		});
		const broken = await via('/proxy-breaks');
		expect(broken.failure).toEqual({ code: 'upstream-reset', message: 'It hung up.', hint: 'Try again.' });
		expect(bodyOf(broken)).toBe('half');
	});

	it('tells an answer without its end from a whole one', async () => {
		expect((await via('/proxy-stops')).failure?.code).toBe('cut-off');
	});

	it('tells a site without a proxy', async () => {
		expect((await via('/no-proxy')).failure).toMatchObject({
			code: 'no-proxy',
			message: expect.stringContaining('404'),
		});
	});
});
