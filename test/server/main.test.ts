import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { folderOf } from './site-fixture.ts';

const SPEC = `openapi: 3.1.0
info: {title: Tiny, version: '1'}
servers: [{url: 'https://tiny.example/v1'}]
paths:
  /ping: {get: {responses: {'200': {description: Pong., content: {application/json: {examples: {default: {value: {pong: true}}}}}}}}}
`;
const BUILT = {
	'dist/index.html': '<!doctype html><title>Home</title>',
	'spec/tiny/openapi.yaml': SPEC,
	'spec/notes/README': 'no API',
};

const running = new Set<ChildProcess>();
afterEach(() => {
	for (const child of running) child.kill('SIGKILL');
	running.clear();
});

function runMain(directory: string, environment: Record<string, string> = {}) {
	const child = spawn(process.execPath, [resolve('src/server/main.ts')], {
		cwd: directory,
		env: { ...process.env, HOST: '', PORT: '0', ...environment },
	});
	running.add(child);
	const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
		([stdout, stderr, [code]]) => ({ stdout, stderr, code }),
	);
	return { child, ended };
}

async function started(child: ChildProcess): Promise<string> {
	const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data', { signal: AbortSignal.timeout(30_000) });
	return /^Specimen is at (http:\/\/\S+)\n$/.exec(String(line))?.[1] ?? '';
}

it('serves the site and the mock at the address that it prints', async () => {
	const { child } = runMain(folderOf(BUILT));
	const address = await started(child);
	expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	expect(await (await fetch(address)).text()).toBe(BUILT['dist/index.html']);
	expect(await (await fetch(`${address}/mock/v1/ping`)).json()).toEqual({ pong: true });
	expect(await (await fetch(`${address}/mock/tiny/v1/ping`)).json()).toEqual({ pong: true });
});

it('tells pages what it offers, with script and without', async () => {
	const { child } = runMain(folderOf({ ...BUILT, 'dist/_specimen/services.json': '{}' }));
	const address = await started(child);
	expect(await (await fetch(`${address}/_specimen/services.json`)).json()).toMatchObject({ mock: true });
	const sheet = await fetch(`${address}/_specimen/services.css`);
	expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
	expect(await sheet.text()).toContain('[data-service~=mock]{display:revert}');
});

it('offers the proxy for the APIs that it is turned on for', async () => {
	const { child } = runMain(folderOf(BUILT), { TRY_PROXY: 'tiny' });
	const address = await started(child);
	const services = await (await fetch(`${address}/_specimen/services.json`)).json();
	expect(services).toMatchObject({ proxy: { apis: ['tiny'] } });
	expect(await (await fetch(`${address}/_specimen/services.css`)).text()).toContain('[data-service~=proxy]');
});

it('prints an address that a browser can open where it listens on every one', async () => {
	const { child } = runMain(folderOf(BUILT), { HOST: '0.0.0.0' });
	expect(await started(child)).toMatch(/^http:\/\/localhost:\d+$/);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s, once what is in flight is answered', async (signal) => {
	const { child, ended } = runMain(folderOf(BUILT));
	const { hostname, port } = new URL(await started(child));
	const socket = await requestInFlight(hostname, Number(port));
	child.kill(signal);
	await refused(Number(port), hostname);
	socket.write('{}');
	expect(await text(socket)).toMatch(/^HTTP\/1\.1 405 /);
	expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

it('waits for nothing after a second signal', async () => {
	const { child, ended } = runMain(folderOf(BUILT));
	const { hostname, port } = new URL(await started(child));
	const socket = await requestInFlight(hostname, Number(port));
	socket.on('error', () => socket.destroy());
	child.kill('SIGINT');
	await refused(Number(port), hostname);
	child.kill('SIGINT');
	expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

/** A connection whose request the server has taken up, and whose body has yet to come. */
async function requestInFlight(host: string, port: number): Promise<Socket> {
	const socket = connect(port, host);
	socket.write('POST /mock/v1/ping HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n');
	const [data] = await once(socket, 'data');
	expect(String(data)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
	return socket;
}

/** Waits until nothing listens on a port any more; the test's own time limit bounds it. */
async function refused(port: number, host: string): Promise<void> {
	const socket = connect(port, host);
	const outcome = await Promise.race([
		once(socket, 'connect').then(() => 'open'),
		once(socket, 'error').then(() => 'refused'),
	]).catch(() => 'refused');
	socket.destroy();
	if (outcome === 'open') await refused(port, host);
}

it.each([
	['without dist/', { 'spec/tiny/openapi.yaml': SPEC }, {}, 'npm run build'],
	['with a port that is none', BUILT, { PORT: 'http' }, 'PORT is "http"'],
	['with a proxy for an API that is not there', BUILT, { TRY_PROXY: 'tinny' }, 'Did you mean "tiny"?'],
	['with ports that are none', BUILT, { TRY_PROXY_PORTS: 'http' }, 'TRY_PROXY_PORTS is "http"'],
	['with a number of proxies that is none', BUILT, { TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES is "all"'],
	['with a host that is none of this machine', BUILT, { HOST: '192.0.2.1' }, 'HOST is 192.0.2.1'],
	[
		'with a spec that is no YAML',
		{ ...BUILT, 'spec/tiny/openapi.yaml': 'openapi: 3.1.0\npaths: {\n' },
		{},
		'openapi.yaml:3:1: ',
	],
	[
		'with a reference that leads nowhere',
		{ ...BUILT, 'spec/tiny/openapi.yaml': `${SPEC}  /gone: {get: {responses: {'200': {$ref: '#/nowhere'}}}}\n` },
		{},
		': $ref "#/nowhere" leads nowhere.',
	],
	[
		'with a mock.yaml that names no operation',
		{ ...BUILT, 'spec/tiny/mock.yaml': 'collections: {x: {key: [id], seed: []}}\noperations: {nothing: {read: x}}\n' },
		{},
		'mock.yaml:2:14: There is no operation "nothing".',
	],
	['with a list of scripts that is none', { ...BUILT, 'dist/_specimen/csp.json': '{}' }, {}, 'csp.json'],
])('says what to do and ends with 2 %s', async (_what, files, environment, said) => {
	const { stdout, stderr, code } = await runMain(folderOf(files), environment).ended;
	expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
	expect(stderr).toContain(said);
	expect(stderr).not.toContain('    at ');
});

it('says that the port is taken, names another and ends with 2', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	const { stderr, code } = await runMain(folderOf(BUILT), { PORT: String(port) }).ended;
	await other[Symbol.asyncDispose]();
	expect(code).toBe(2);
	expect(stderr).toBe(
		`Port ${port} of 127.0.0.1 is taken by another program.\nStop that program, or choose another port: PORT=${port + 1} npm start\n`,
	);
});
