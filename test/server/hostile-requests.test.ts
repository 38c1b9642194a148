import { once } from 'node:events';
import { connect } from 'node:net';
import { ReadableStream } from 'node:stream/web';
import { afterEach, describe, expect, it } from 'vitest';
import { mockRoute } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { listening } from './listening.ts';
import { rawRequest } from './raw-request.ts';
import { folderOf, SITE } from './site-fixture.ts';

const site = folderOf({
	...Object.fromEntries(Object.entries(SITE).map(([name, text]) => [`dist/${name}`, text])),
	'secret.txt': 'TOP SECRET',
});
const failures: unknown[] = [];
const { address } = listening(() => ({
	siteDirectory: `${site}/dist`,
	routes: [
		mockRoute(readSpecs('test/mock/fixtures/spec')),
		{ prefix: '/broken', answer: () => Promise.reject(new Error('the canary')) },
	],
	onError: (error) => failures.push(error),
}));

const CLOSE = 'Host: x\r\nConnection: close\r\n\r\n';
const get = (target: string) => rawRequest(address(), `GET ${target} HTTP/1.1\r\n${CLOSE}`);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

afterEach(async () => {
	expect((await fetch(`${address()}/healthz`)).status, 'the server still answers').toBe(200);
});

describe('targets', () => {
	it.each([
		'/../secret.txt',
		'/_astro/../../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/..%5csecret.txt',
		'/..\\secret.txt',
		'/.%2e/secret.txt',
		'/mock/../../secret.txt',
		'//../secret.txt',
		'/%252e%252e/secret.txt',
		'file:///etc/passwd',
		'/etc/passwd%00.html',
	])('%s leads out of nothing', async (target) => {
		const answer = await get(target);
		expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
		expect(statusOf(answer)).toBeLessThan(500);
		expect(answer).not.toContain('TOP SECRET');
	});
	it.each(['/%', '/%zz', '/%c3%28', '/%00', '*', 'nonsense'])('%s is a bad request', async (target) => {
		expect(statusOf(await get(target))).toBe(400);
	});
	it('in absolute form are read without their host', async () => {
		expect(statusOf(await get('http://example.com/healthz'))).toBe(200);
		expect(await get('http://example.com/plivo')).toContain('\r\nLocation: /plivo/\r\n');
	});
	it('are read in one way by every part of the server', async () => {
		expect(await get('/mock/../healthz')).toContain('"status":"ok"');
	});
});

describe('requests', () => {
	it.each([
		['no request at all', 'NONSENSE\r\n\r\n', 400],
		['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
		['headers beyond 16 KiB', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n${CLOSE}`, 431],
		['a target beyond 16 KiB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${CLOSE}`, 431],
		['two lengths', `POST /mock/x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${CLOSE}`, 400],
		[
			'a length and chunks',
			`POST /mock/x HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${CLOSE}`,
			400,
		],
		['CONNECT', `CONNECT example.com:443 HTTP/1.1\r\n${CLOSE}`, 405],
		['TRACE', `TRACE /mock/v2/open HTTP/1.1\r\n${CLOSE}`, 501],
		['an expectation that nobody has', `GET / HTTP/1.1\r\nExpect: wonders\r\n${CLOSE}`, 417],
		['an upgrade', `GET /healthz HTTP/1.1\r\nUpgrade: websocket\r\n${CLOSE}`, 200],
		['a body beyond 1 MiB by its length', `POST /mock/v2/books/ HTTP/1.1\r\nContent-Length: 99999999\r\n${CLOSE}`, 413],
	])('with %s are answered', async (_what, bytes, status) => {
		expect(statusOf(await rawRequest(address(), bytes))).toBe(status);
	});
	it('with a body beyond 1 MiB get to read the answer, though it came in chunks', async () => {
		const body = ReadableStream.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, 'a')));
		const init = { method: 'POST', body, duplex: 'half', signal: AbortSignal.timeout(4_000) };
		const answer = await fetch(`${address()}/mock/v2/books/`, init as RequestInit);
		expect(answer.status).toBe(413);
		expect(await answer.json()).toMatchObject({ detail: 'A body holds at most 1048576 bytes' });
	});
	it('with a body of 1 MiB are answered by the mock', async () => {
		const body = JSON.stringify({ title: 'a'.repeat(1024 * 1024 - 12) });
		expect(body.length).toBe(1024 * 1024);
		const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('id:token')}` };
		expect((await fetch(`${address()}/mock/v2/books/`, { method: 'POST', headers, body })).status).toBe(201);
	});
	it('of a client that goes away end nothing', async () => {
		const { hostname, port } = new URL(address());
		const socket = connect(Number(port), hostname);
		await once(socket, 'connect');
		socket.write('POST /mock/v2/books/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf');
		socket.resetAndDestroy();
		await once(socket, 'close');
		expect(failures).toEqual([]);
	});
	it('that break a route get a 500 that says nothing of it, and the log says all', async () => {
		const answer = await fetch(`${address()}/broken`);
		expect(answer.status).toBe(500);
		expect(await answer.text()).not.toContain('canary');
		expect(failures.splice(0)).toEqual([new Error('the canary')]);
	});
});
