import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { malformed } from '../../src/verify/answer.ts';
import { createAuthority } from '../../src/verify/authority.ts';
import { type CaptureOptions, openCaptureServer } from '../../src/verify/capture-server.ts';
import { findProgram } from '../../src/verify/find-program.ts';
import { runProcess } from '../../src/verify/run-process.ts';
import { testFolder } from './support.ts';

const authority = createAuthority();

async function open(options: Partial<CaptureOptions> = {}) {
	const server = await openCaptureServer({
		authority,
		answer: () => ({ status: 200, body: '{"ok":true}' }),
		...options,
	});
	onTestFinished(server.close);
	return server;
}

/** Runs cURL with nothing but the capture server's authority to trust. */
async function curl({ skip }: TestContext, ...args: string[]) {
	const command = findProgram('curl');
	if (command === undefined) return process.env.CI === 'true' ? expect.fail('no curl') : skip('curl is not installed');
	const cacert = join(testFolder(), 'ca.pem');
	writeFileSync(cacert, authority.certificate);
	const options = ['--silent', '--show-error', '--max-time', '10', '--path-as-is', '--cacert', cacert];
	return runProcess({ command, args: [...options, ...args], env: {}, cwd: '/' }, { seconds: 20 });
}

describe('The capture server takes a request', () => {
	const ways: [way: string, args: (port: number) => string[]][] = [
		['sent to it directly', (port) => ['--connect-to', `::127.0.0.1:${port}`]],
		['through it as a proxy', (port) => ['--proxy', `http://127.0.0.1:${port}`]],
		['through it as a SOCKS proxy', (port) => ['--proxy', `socks5h://127.0.0.1:${port}`]],
	];
	it.for(ways)('%s, over TLS and without', async ([, args], context) => {
		const server = await open();
		const target = 'api.example.com//v1/%2e%2E/caf%C3%A9?q=1&q=%zz';
		const outcome = await curl(
			context,
			...args(server.port),
			'-d',
			'{"a": 1}',
			`https://${target}`,
			`http://${target}`,
		);
		expect(outcome).toMatchObject({ exit: 0, stdout: '{"ok":true}{"ok":true}' });
		const raw = { method: 'POST', host: 'api.example.com', path: '//v1/%2e%2E/caf%C3%A9', query: 'q=1&q=%zz' };
		expect(server.requests).toMatchObject([
			{ ...raw, scheme: 'https', body: Buffer.from('{"a": 1}') },
			{ ...raw, scheme: 'http' },
		]);
		expect(server.faults).toEqual([]);
	});

	it('with its headers as they were written, in order', async (context) => {
		const server = await open();
		const headers = ['X-b: 1', 'x-A: 2', 'X-b: 3'].flatMap((header) => ['-H', header]);
		await curl(context, '--connect-to', `::127.0.0.1:${server.port}`, ...headers, 'https://api.example.com/');
		expect(server.requests[0]?.headers.slice(-3)).toEqual([
			['X-b', '1'],
			['x-A', '2'],
			['X-b', '3'],
		]);
	});

	it('and counts them for whoever answers', async (context) => {
		const server = await open({ answer: ({ path }, index) => ({ status: 200, body: `${index} ${path}\n` }) });
		const outcome = await curl(
			context,
			'--connect-to',
			`::127.0.0.1:${server.port}`,
			'http://a.test/x',
			'http://b.test/y',
		);
		expect(outcome.stdout).toBe('0 /x\n1 /y\n');
	});
});

describe('The capture server answers', () => {
	it('with status, headers and body as it is told', async (context) => {
		const server = await open({ answer: () => ({ status: 404, headers: [['X-Y', 'z']], body: 'gone' }) });
		const outcome = await curl(context, '-i', '--connect-to', `::127.0.0.1:${server.port}`, 'https://a.test/');
		expect(outcome.stdout).toMatch(/^HTTP\/1\.1 404 Not Found\r\nX-Y: z\r\n/);
		expect(outcome.stdout).toMatch(/\r\n\r\ngone$/);
	});

	it.for<[status: number, body: string]>([
		[500, ''],
		[204, 'never sent'],
	])('%i without a body', async ([status, body], context) => {
		const server = await open({ answer: () => ({ status, body }) });
		const outcome = await curl(
			context,
			'-w',
			'%{http_code}',
			'--connect-to',
			`::127.0.0.1:${server.port}`,
			'https://a.test/',
		);
		expect(outcome).toMatchObject({ exit: 0, stdout: String(status) });
	});

	it('with a body that breaks off', async (context) => {
		const server = await open({ answer: () => malformed({ status: 200, body: '{"response":"success"}' }) });
		const outcome = await curl(context, '--connect-to', `::127.0.0.1:${server.port}`, 'https://a.test/');
		expect(outcome.stdout).toBe('{"response"');
	});

	it('not at all on the port where connections are refused', async (context) => {
		const server = await open();
		const outcome = await curl(context, '--connect-to', `::127.0.0.1:${server.refusedPort}`, 'https://a.test/');
		expect(outcome.exit).toBe(7);
	});
});

describe('The capture server says what was no request', () => {
	it('a client that does not trust it', async (context) => {
		const server = await open({ authority: createAuthority() });
		const outcome = await curl(context, '--connect-to', `::127.0.0.1:${server.port}`, 'https://a.test/');
		expect(outcome.exit).toBe(60);
		expect(server.faults).toEqual([expect.stringContaining('TLS for a.test: ')]);
	});

	it('broken HTTP', async () => {
		const server = await open();
		await say(server.port, 'GARBAGE\r\n\r\n');
		expect(server.faults).toEqual([expect.stringContaining('broken HTTP')]);
	});

	it('a SOCKS client that wants something else', async () => {
		const server = await open();
		await say(server.port, Buffer.from([5, 1, 0, 5, 2, 0, 1, 127, 0, 0, 1, 0, 80]));
		expect(server.faults).toEqual(['SOCKS command 2 is not a connect request']);
	});

	it('bodies and requests over the limits', async (context) => {
		const server = await open({ bodyLimit: 10, requestLimit: 1 });
		const through = ['--connect-to', `::127.0.0.1:${server.port}`];
		await curl(context, ...through, '-d', 'x'.repeat(20), 'http://a.test/big');
		await curl(context, ...through, 'http://a.test/1');
		await curl(context, ...through, 'http://a.test/2');
		expect(server.requests.map(({ path }) => path)).toEqual(['/1']);
		expect(server.faults).toEqual(['POST /big: a body of more than 10 bytes', 'GET /2: more than 1 requests']);
	});

	it('an answer that could not be made', async (context) => {
		const server = await open({
			answer: () => {
				throw new Error('no example');
			},
		});
		const outcome = await curl(context, '--connect-to', `::127.0.0.1:${server.port}`, 'http://a.test/');
		expect(outcome.exit).toBe(52);
		expect(server.faults).toEqual(['GET /: no example']);
	});
});

it('A capture server that is closed ends every connection and frees its ports', async () => {
	const server = await openCaptureServer({ authority, answer: () => ({ status: 200 }) });
	const idle = connect(server.port, '127.0.0.1');
	await once(idle, 'connect');
	idle.write('GET /half HTTP/1.1\r\n');
	const ended = new Promise((resolve) => idle.on('error', () => {}).once('close', resolve));
	await server.close();
	await ended;
	await expect(say(server.port, 'x')).rejects.toThrow('ECONNREFUSED');
});

function say(port: number, bytes: string | Buffer): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.write(bytes);
	return text(socket);
}
