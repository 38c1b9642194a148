import type { ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createAdmission } from '../../src/proxy/admission.ts';
import { LIMITS } from '../../src/proxy/limits.ts';
import { RefusalError } from '../../src/proxy/refusal.ts';
import { API, codeOf, open, proxied, tasksOf } from './proxied.ts';
import { listenAnywhere } from './upstream.ts';

/** A port that takes connections and never says a word. */
const silent = createServer((socket) => socket.resume().on('error', () => {}));
const silentPort = await listenAnywhere(silent);
afterAll(() => silent[Symbol.asyncDispose]());

describe('A limit on the time to connect', () => {
	const limits = { connectMs: 100 };
	const deaf = proxied({ limits, dial: () => connect(silentPort, '127.0.0.1') });
	it('ends a TLS handshake that does not get on', async () => {
		expect(await codeOf(await deaf.send({}))).toBe('timed-out');
	});
	const lost = proxied({ limits, resolve: () => new Promise(() => {}) });
	it('ends a look-up that does not come back', async () => {
		expect(await codeOf(await lost.send({}))).toBe('timed-out');
		expect(lost.dialled).toEqual([]);
	});
});

describe('A limit on the whole time', () => {
	const site = proxied({ limits: { totalMs: 2_000 } });
	it('ends the wait for an answer, and the connection with it', async () => {
		const gone = Promise.withResolvers<void>();
		site.upstream().answer = (_message, response) => response.once('close', gone.resolve);
		const answer = await site.send({});
		expect(answer.status).toBe(504);
		expect(await codeOf(answer)).toBe('timed-out');
		await gone.promise;
	});
	it('ends an answer that never ends, after what came of it', async () => {
		const gone = Promise.withResolvers<void>();
		site.upstream().answer = (_message, response) => {
			response.once('close', gone.resolve);
			response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
		};
		expect(await open(await site.send({}))).toMatchObject({
			status: 200,
			body: 'data: 1\n\n',
			error: { code: 'timed-out' },
		});
		await gone.promise;
	});
});

describe('A limit on the whole time, for a reader who asks and never reads', () => {
	const site = proxied({ limits: { totalMs: 2_000, concurrentPerClient: 1, answerBytes: 100_000_000 } });
	it('leaves the place to the next', async () => {
		const gone = Promise.withResolvers<void>();
		site.upstream().answer = (_message, response) => {
			response.once('close', gone.resolve).end(Buffer.alloc(50_000_000, 'a'));
		};
		const { hostname, port, origin } = new URL(site.address());
		const body = '{"api":"tiny","task":"ping","server":"https://api.tiny.example/v1","values":{},"credentials":{}}';
		const reader = connect(Number(port), hostname).pause();
		reader.write(
			`POST /try/send HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: http://${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
		await gone.promise;
		site.upstream().answer = (_message, response) => response.end('next');
		expect((await open(await site.send({}, { headers: { origin } }))).body).toBe('next');
		reader.destroy();
	});
});

describe('A limit on the bytes of a request', () => {
	const site = proxied({ limits: { requestBytes: 1_000 } });
	it('refuses more before anything is sent', async () => {
		expect(await codeOf(await site.send({ values: { a: 'x'.repeat(1_000) } }))).toBe('too-large');
		expect(site.dialled).toEqual([]);
	});
	it('has the server stop reading where there is no end of it', async () => {
		expect((await site.send({ values: { a: 'x'.repeat(2_000_000) } })).status).toBe(413);
		expect(site.dialled).toEqual([]);
	});
});

describe('Limits on the bytes of an answer and on decompression', () => {
	const site = proxied({ limits: { answerBytes: 300_000, ratio: 20 } });
	const answerWith = (bytes: Buffer, coding?: string) => {
		site.upstream().answer = (_message, response) => {
			response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding }).end(bytes);
		};
	};
	it('passes on what keeps to them, decompressed', async () => {
		const text = Array.from({ length: 5_000 }, (_, index) => `line ${index * 7919}\n`).join('');
		for (const [coding, bytes] of [
			['gzip', gzipSync(text)],
			['br', brotliCompressSync(text)],
			['identity', Buffer.from(text)],
		] as const) {
			answerWith(bytes, coding);
			const opened = await open(await site.send({}));
			expect({ coding, same: opened.body === text }).toEqual({ coding, same: true });
			expect(opened.end?.bytes).toBe(text.length);
		}
		expect(site.upstream().received[0]?.headers['accept-encoding']).toBe('br, gzip');
	});
	it('stops an answer that is too long', async () => {
		answerWith(Buffer.alloc(1_000_000, 'a'));
		const opened = await open(await site.send({}));
		expect(opened.error?.code).toBe('too-large');
		expect(opened.body.length).toBeLessThanOrEqual(300_000);
	});
	it.each([
		['gzip', gzipSync(Buffer.alloc(50_000_000, 0))],
		['br', brotliCompressSync(Buffer.alloc(50_000_000, 0))],
		['gzip', gzipSync(Buffer.alloc(200_000, 0))],
	])('stops a bomb in %s', async (coding, bytes) => {
		answerWith(bytes, coding);
		const opened = await open(await site.send({}));
		expect(opened.error?.code).toBe('too-large');
		expect(opened.body.length).toBeLessThan(300_000);
	});
	it('stops compressed bytes that come to nothing', async () => {
		answerWith(Buffer.alloc(1_000_000, gzipSync('')), 'gzip');
		expect((await open(await site.send({}))).error?.code).toBe('too-large');
	});
	it.each([204, 304])(
		'takes an answer of status %i for what it is, though it says that it is compressed',
		async (status) => {
			site.upstream().answer = (_message, response) => response.writeHead(status, { 'content-encoding': 'gzip' }).end();
			expect(await open(await site.send({}))).toMatchObject({ status, body: '', end: { bytes: 0 } });
		},
	);
	it.each([
		['gzip', Buffer.from('this is no gzip')],
		['gzip', gzipSync('cut off in the middle of it').subarray(0, 20)],
		['br', Buffer.from('this is no Brotli')],
		['gzip, gzip', gzipSync(gzipSync('twice'))],
		['zstd', Buffer.from('anything')],
		['constructor', Buffer.from('anything')],
	])('tells of %s that cannot be decompressed', async (coding, bytes) => {
		answerWith(bytes, coding);
		expect((await open(await site.send({}))).error?.code).toBe('undecodable');
		expect(site.faults).toEqual([]);
	});
});

describe('Limits on concurrency', () => {
	const all = proxied({ limits: { concurrent: 3 } });
	const one = proxied({ limits: { concurrentPerClient: 2 } });
	it.each([
		['of everybody together', () => all, 3],
		['of one client', () => one, 2],
	])('%s', async (_whose, site, most) => {
		const waiting: ServerResponse[] = [];
		const full = Promise.withResolvers<void>();
		site().upstream().answer = (_message, response) => {
			if (waiting.push(response) === most) full.resolve();
		};
		const held = Array.from({ length: most }, () => site().send({}));
		await full.promise;
		const refused = await site().send({});
		expect(refused.headers.get('retry-after')).toBe('1');
		expect(await codeOf(refused)).toBe('too-many');
		for (const response of waiting) response.end('done');
		for (const answer of await Promise.all(held)) expect((await open(answer)).body).toBe('done');
		site().upstream().answer = (_message, response) => response.end('room again');
		expect((await open(await site().send({}))).body).toBe('room again');
	});
	it('are not used up by requests that are refused or fail', async () => {
		for (let index = 0; index < 10; index++) await codeOf(await one.send({ task: 'nothing' }));
		one.upstream().answer = (_message, response) => response.destroy();
		for (let index = 0; index < 10; index++) await codeOf(await one.send({}));
		one.upstream().answer = (_message, response) => response.end('room');
		expect((await open(await one.send({}))).body).toBe('room');
	});
});

describe('A limit on the rate per client', () => {
	const site = proxied({ limits: { perMinute: 3 } });
	it('refuses more than a minute holds, and says when to come back', async () => {
		for (let index = 0; index < 3; index++) await open(await site.send({}));
		const refused = await site.send({});
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await codeOf(refused)).toBe('too-many');
		expect(site.upstream().received).toHaveLength(3);
	});

	let time = 0;
	const admission = createAdmission({ ...LIMITS, perMinute: 2, concurrentPerClient: 1_000 }, () => time);
	const admits = (address: string) => {
		try {
			admission.admit(address)();
			return true;
		} catch (error) {
			if (error instanceof RefusalError) return error.refusal.retryAfter;
			throw error;
		}
	};
	it('lets a client come back one request at a time', () => {
		expect([admits('198.51.100.7'), admits('198.51.100.7'), admits('198.51.100.7')]).toEqual([true, true, 30]);
		time += 29_000;
		expect(admits('198.51.100.7')).toBe(1);
		time += 1_000;
		expect([admits('198.51.100.7'), admits('198.51.100.7')]).toEqual([true, 30]);
	});
	it('counts other clients for themselves, and a network of IPv6 as one', () => {
		expect(admits('198.51.100.8')).toBe(true);
		expect([admits('2001:db8::1'), admits('2001:db8::2'), admits('2001:db8::3')]).toEqual([true, true, 30]);
		expect(admits('2001:db8:0:1::1')).toBe(true);
	});
	it('remembers a bounded number of clients', () => {
		for (let index = 0; index < 20_000; index++) admits(`10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`);
		expect([admits('198.51.100.7'), admits('10.0.78.31')]).toEqual([true, true]);
	});
});

describe('A reader who goes away cancels the upstream call', () => {
	const site = proxied({ limits: { concurrentPerClient: 1 } });
	it('while it waits for an answer', async () => {
		const reader = new AbortController();
		const gone = Promise.withResolvers<void>();
		site.upstream().answer = (_message, response) => {
			response.once('close', gone.resolve);
			reader.abort();
		};
		await expect(site.send({}, { signal: reader.signal })).rejects.toThrow('aborted');
		await gone.promise;
	});
	it('while an answer arrives, whose pieces come as they are sent', async () => {
		const reader = new AbortController();
		const gone = Promise.withResolvers<void>();
		const upstream = Promise.withResolvers<ServerResponse>();
		site.upstream().answer = (_message, response) => {
			response.once('close', gone.resolve);
			response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
			upstream.resolve(response);
		};
		const answer = await site.send({}, { signal: reader.signal });
		const lines = readLines(answer);
		expect(await lines()).toMatchObject({ status: 200 });
		expect(await lines()).toEqual({ chunk: btoa('data: 1\n\n') });
		(await upstream.promise).write('data: 2\n\n');
		expect(await lines()).toEqual({ chunk: btoa('data: 2\n\n') });
		reader.abort();
		await gone.promise;
	});
	it('and leaves room for the next', async () => {
		expect((await open(await site.send({}))).body).toBe('{"ok":true}');
	});
});

/** Reads an envelope line by line, as it arrives. */
function readLines(answer: Response): () => Promise<unknown> {
	const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
	const decoder = new TextDecoder();
	let rest = '';
	return async () => {
		while (!rest.includes('\n')) {
			const { value, done } = await reader.read();
			if (done) return undefined;
			rest += decoder.decode(value, { stream: true });
		}
		const line = rest.slice(0, rest.indexOf('\n'));
		rest = rest.slice(line.length + 1);
		return JSON.parse(line);
	};
}

describe('Two hundred readers at once', () => {
	const site = proxied({ apis: { tiny: tasksOf(API) } });
	it('are all answered', async () => {
		const answers = await Promise.all(Array.from({ length: 200 }, async () => open(await site.send({}))));
		expect(answers.filter(({ body, end }) => body !== '{"ok":true}' || !end)).toEqual([]);
		expect(site.upstream().received).toHaveLength(200);
	});
});
