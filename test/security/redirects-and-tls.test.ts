import { connect, createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { dialByTcp } from '../../src/proxy/open-connection.ts';
import { createAuthority } from '../../src/verify/authority.ts';
import { API, codeOf, open, proxied, tasksOf } from './proxied.ts';
import { listenAnywhere, startTripwire, startUpstream } from './upstream.ts';

const site = proxied();
const server = await startUpstream('127.0.0.1');
afterAll(server.close);

it('A request that keeps to the rules is sent, and its answer comes back', async () => {
	const opened = await open(await site.send({}));
	expect(opened).toMatchObject({ status: 200, statusText: 'OK', url: 'https://api.tiny.example/v1/ping' });
	expect(opened).toMatchObject({ body: '{"ok":true}', end: { bytes: 11 } });
	expect(site.upstream().received).toMatchObject([
		{ method: 'GET', target: '/v1/ping', servername: 'api.tiny.example' },
	]);
});

describe('No redirects followed', () => {
	it.each([301, 302, 303, 307, 308])('%i comes back as an answer', async (status) => {
		const tripwire = await startTripwire();
		const location = `https://127.0.0.1:${tripwire.port}/`;
		site.upstream().answer = (_message, response) => {
			response.writeHead(status, { location, refresh: `0;url=${location}` }).end();
		};
		const opened = await open(await site.send({}));
		expect(opened).toMatchObject({ status, headers: expect.arrayContaining([['location', location]]) });
		expect({ dialled: site.dialled.length, touched: tripwire.touched() }).toEqual({ dialled: 1, touched: 0 });
		await tripwire.close();
	});
});

describe('TLS verified', () => {
	const stranger = createAuthority();
	it('refuses a certificate of an authority that is not trusted', async () => {
		expect(await codeOf(await untrusting.send({}))).toBe('tls');
		expect(untrusting.upstream().received).toEqual([]);
	});
	const untrusting = proxied({ ca: stranger.certificate });

	it('refuses it though the environment turns verification off', async () => {
		const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
		process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
		try {
			expect(await codeOf(await untrusting.send({}))).toBe('tls');
		} finally {
			if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
			else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
		}
	});

	let misnamedPort = 0;
	const misnamed = proxied({ dial: () => connect(misnamedPort, '127.0.0.1') });
	it('refuses a certificate for another name, and sends nothing', async () => {
		const other = await startUpstream('evil.example');
		misnamedPort = other.port;
		expect(await codeOf(await misnamed.send({}))).toBe('tls');
		expect(other.received).toEqual([]);
		await other.close();
	});

	const numbered = proxied({
		apis: { tiny: tasksOf({ ...API, servers: [{ url: `https://127.0.0.1:${server.port}` }] }) },
		loopback: true,
		ports: [server.port],
		dial: dialByTcp,
	});
	it('holds a server that is named by its address to a certificate for that address', async () => {
		const opened = await open(await numbered.send({ server: `https://127.0.0.1:${server.port}` }));
		expect(opened.body).toBe('{"ok":true}');
		expect(server.received[0]?.servername).toBe(false);
	});

	it('refuses a server that speaks no TLS', async () => {
		const plain = createServer((socket) =>
			socket
				.resume()
				.on('error', () => {})
				.end('HTTP/1.1 200 OK\r\n\r\n'),
		);
		misnamedPort = await listenAnywhere(plain);
		expect(await codeOf(await misnamed.send({}))).toBe('tls');
		await plain[Symbol.asyncDispose]();
	});
});

describe('A server that does not answer as HTTP does', () => {
	it.each([
		['hangs up', ''],
		['sends nonsense', 'NONSENSE\r\n\r\n'],
		['switches to another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
		['sends headers without end', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`],
		['says two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'],
	])('and %s is told as broken off', async (_what, bytes) => {
		site.upstream().answer = (_message, response) => {
			response.socket?.write(bytes);
			response.socket?.end();
		};
		expect(await codeOf(await site.send({}))).toBe('broken-off');
		expect(site.faults).toEqual([]);
	});
	it('and breaks off in the middle is told at the end of what came', async () => {
		site.upstream().answer = (_message, response) => {
			response.writeHead(200, { 'content-length': 100 }).write('a beginning', () => response.destroy());
		};
		const opened = await open(await site.send({}));
		expect(opened).toMatchObject({ status: 200, body: 'a beginning', error: { code: 'broken-off' } });
		expect(opened.end).toBeUndefined();
	});
	const closed = proxied({ dial: () => connect(1, '127.0.0.1') });
	it('and takes no connection is told as unreachable', async () => {
		expect(await codeOf(await closed.send({}))).toBe('unreachable');
	});
});
