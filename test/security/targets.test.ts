import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/document.ts';
import { resolveBySystem } from '../../src/proxy/find-addresses.ts';
import { dialByTcp } from '../../src/proxy/open-connection.ts';
import { API, codeOf, open, PUBLIC, proxied, tasksOf } from './proxied.ts';
import { listenAnywhere } from './upstream.ts';

const parameter = (name: string, place: string) => ({ name, in: place, required: true, schema: { type: 'string' } });
const operation = (operationId: string, parameters: Json[], more: Json = {}) => ({
	operationId,
	parameters,
	responses: { 200: { description: 'Well.' } },
	...more,
});
const server = (url: string) => ({ servers: [{ url }] });

const root: Json = {
	...API,
	servers: [{ url: 'https://api.tiny.example/v1' }, { url: 'https://eu.tiny.example/v1' }],
	paths: {
		...(API.paths as Json),
		'/things/{id}/parts/{part}': {
			post: operation(
				'addPart',
				[
					parameter('id', 'path'),
					parameter('part', 'path'),
					parameter('q', 'query'),
					parameter('X-Note', 'header'),
					parameter('c', 'cookie'),
				],
				{
					requestBody: {
						required: true,
						content: { 'application/json': { schema: { type: 'object', properties: { note: { type: 'string' } } } } },
					},
				},
			),
		},
		'/bare/{id}': { delete: operation('bare', [parameter('id', 'path')]) },
		// Documents that put a parameter where an address can be changed.
		'{host}': { get: operation('hostless', [parameter('host', 'path')], server('https://api.tiny.example')) },
		'{more}/x': { get: operation('prefixless', [parameter('more', 'path')]) },
		'/tunnel': { additionalOperations: { CONNECT: operation('tunnel', []) }, trace: operation('echo', []) },
	},
};

const site = proxied({ apis: { tiny: tasksOf(root) } });
const values = { id: '7', part: 'a', q: 'q', 'X-Note': 'n', c: 'c', note: 'n' };

/** What never changes, whatever the values are: where the connection went, for which host, and the path's beginning. */
function onlyWentTo(prefix: string): void {
	for (const { addresses, port } of site.dialled)
		expect({ addresses, port }).toEqual({ addresses: [PUBLIC], port: 443 });
	expect(site.resolved.filter((name) => name !== 'api.tiny.example')).toEqual([]);
	for (const { target, headers, servername, rawHeaders } of site.upstream().received) {
		expect(target.startsWith(prefix)).toBe(true);
		expect(target.slice(prefix.length)).not.toMatch(/[\r\n\\]|\/\//);
		expect({ host: headers.host, servername }).toEqual({ host: 'api.tiny.example', servername: 'api.tiny.example' });
		expect(rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))).toHaveLength(1);
	}
}

describe('The target is an operation plus a server from the spec, never a free address', () => {
	it('reaches the server that is chosen among the operation’s own', async () => {
		await open(await site.send({ server: 'https://eu.tiny.example/v1' }));
		expect(site.upstream().received[0]).toMatchObject({ target: '/v1/ping', servername: 'eu.tiny.example' });
	});
	it.each([
		'https://evil.example/v1',
		'https://api.tiny.example',
		'https://api.tiny.example/v1/',
		'https://api.tiny.example/v1@evil.example',
		'https://api.tiny.example:8443/v1',
		'HTTPS://api.tiny.example/v1',
		'//evil.example',
		'',
		'0',
	])('refuses the server %j, which the operation has not word for word', async (address) => {
		expect(await codeOf(await site.send({ server: address }))).toBe('unknown-server');
		expect(site.dialled).toEqual([]);
	});
	it.each([
		['tiny', 'nothing', 'unknown-operation'],
		['tiny', '__proto__', 'unknown-operation'],
		['other', 'ping', 'proxy-off'],
		['constructor', 'ping', 'proxy-off'],
	])('refuses the operation %s %s', async (api, task, code) => {
		expect(await codeOf(await site.send({ api, task }))).toBe(code);
		expect(site.dialled).toEqual([]);
	});
	it('takes no address, method or header from the page', async () => {
		const free = {
			url: 'https://evil.example',
			host: 'evil.example',
			method: 'DELETE',
			headers: { a: 'b' },
			path: '/x',
		};
		await open(await site.send(free as object));
		expect(site.upstream().received[0]).toMatchObject({ method: 'GET', target: '/v1/ping' });
		onlyWentTo('/v1/ping');
	});
	it.each(['tunnel', 'echo'])('opens no tunnel and has nothing sent back: %s', async (task) => {
		expect(await codeOf(await site.send({ task }))).toBe('refused-method');
		expect(site.dialled).toEqual([]);
	});
});

const CRAFTED = [
	'@evil.example',
	'user:pass@evil.example',
	'//evil.example',
	'https://evil.example/',
	'\\\\evil.example',
	'/\\evil.example',
	'..\\..\\admin',
	'x\r\nHost: evil.example',
	'x\r\n\r\nGET /admin HTTP/1.1\r\nHost: evil.example\r\n\r\n',
	'\n',
	'%0d%0aHost:%20evil.example',
	'..',
	'.',
	'../..',
	'../../../admin',
	'%2e%2e',
	'%2e%2e%2fadmin',
	'.%2e',
	'%252e%252e',
	'%25252525252e.',
	'..;/admin',
	'..%00/',
	'?admin=1',
	'#admin',
	'\t..',
	'..\t',
	'\u2025',
	'\uFF0E\uFF0E',
	'\uD800',
	':8443',
	'127.0.0.1',
	'{id}',
	'%',
	'%zz',
	'',
];

describe('Userinfo, //host, backslash, CR/LF and %2e%2e in a parameter change neither host nor path prefix', () => {
	it.each(CRAFTED)('%j in the path', async (text) => {
		for (const name of ['id', 'part']) {
			const answer = await site.send({ task: 'addPart', values: { ...values, [name]: text } });
			if (answer.status === 200) expect((await open(answer)).status).toBe(200);
			else expect(await codeOf(answer)).toMatch(/^(refused-path|missing-value)$/);
		}
		onlyWentTo('/v1/things/');
		for (const { target } of site.upstream().received)
			expect(target).toMatch(/^\/v1\/things\/[^/?#]+\/parts\/[^/?#]+\?q=q$/);
	});
	it.each(CRAFTED)('%j in the query, a header, a cookie and the body', async (text) => {
		for (const name of ['q', 'X-Note', 'c', 'note']) {
			const answer = await site.send({ task: 'addPart', values: { ...values, [name]: text } });
			if (answer.status === 200) await open(answer);
			else expect(await codeOf(answer)).toMatch(/^(unsendable|refused-header)$/);
		}
		onlyWentTo('/v1/things/7/parts/a?q=');
		expect(site.upstream().received.filter(({ headers }) => headers['x-note']?.includes('\n'))).toEqual([]);
	});
	it.each(CRAFTED)('%j where the document forgot the slash before a parameter', async (text) => {
		for (const [task, server, name] of [
			['hostless', 'https://api.tiny.example', 'host'],
			['prefixless', 'https://api.tiny.example/v1', 'more'],
		] as const) {
			const answer = await site.send({ task, server, values: { [name]: text } });
			if (answer.status === 200) await open(answer);
			else expect(await codeOf(answer)).toMatch(/^(refused-path|missing-value)$/);
		}
		for (const { target } of site.upstream().received) expect(target).toMatch(/^(\/v1\/[^/?#]+\/x|\/[^/?#]+)$/);
	});
	it('lets no parameter complete the host', async () => {
		const wanted = { task: 'hostless', server: 'https://api.tiny.example', values: { host: '.evil.example' } };
		await open(await site.send(wanted));
		expect(site.upstream().received[0]).toMatchObject({ target: '/.evil.example' });
	});
	it('sends an ordinary text as it is, however odd', async () => {
		await open(await site.send({ task: 'bare', values: { id: 'a b/c+d%20é…' } }));
		expect(site.upstream().received[0]).toMatchObject({
			method: 'DELETE',
			target: '/v1/bare/a%20b%2Fc%2Bd%2520%C3%A9%E2%80%A6',
		});
	});
	it('names what only the reader has, rather than send something in its place', async () => {
		const answer = await site.send({ task: 'bare' });
		expect(await answer.json()).toMatchObject({ code: 'missing-value', detail: 'bare needs "id".' });
		expect(await codeOf(await site.send({ task: 'bare', values: { id: '' } }))).toBe('missing-value');
		expect(await codeOf(await site.send({ task: 'addPart', values: { ...values, body: '{"note":' } }))).toBe(
			'unsendable',
		);
		expect(await codeOf(await site.send({ task: 'bare', values: { id: '7', more: 'x' } }))).toBe('unknown-value');
		expect(site.dialled).toEqual([]);
	});
	it('refuses values that are nested thousands deep, and stays well', async () => {
		const body = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
		expect(await codeOf(await site.send({ task: 'addPart', values: { ...values, body } }))).toBe('unsendable');
		expect(site.faults).toEqual([]);
	});
});

describe('Only https (http for loopback in development), listed ports', () => {
	const REFUSED: [address: string, code: string][] = [
		['http://api.tiny.example/v1', 'refused-server'],
		['ftp://api.tiny.example/v1', 'refused-server'],
		['ws://api.tiny.example/v1', 'refused-server'],
		['file:///etc/passwd', 'refused-server'],
		['gopher://api.tiny.example:443/v1', 'refused-server'],
		['http://127.0.0.1:443/v1', 'refused-server'],
		['http://localhost:443/v1', 'refused-server'],
		['https://api.example.com', 'refused-server'],
		['https://user@api.tiny.example/v1', 'refused-server'],
		['https://user:pass@api.tiny.example/v1', 'refused-server'],
		['https://api.tiny.example/v1?x=', 'refused-server'],
		['https://api.tiny.example/v1#x', 'refused-server'],
		['https://{region}.tiny.example/v1', 'refused-server'],
		['https://api.tiny.example:80/v1', 'refused-port'],
		['https://api.tiny.example:8443/v1', 'refused-port'],
		['https://api.tiny.example:22/v1', 'refused-port'],
	];
	const servers = REFUSED.map(([url]) => ({ url }));
	const strict = proxied({ apis: { tiny: tasksOf({ ...API, servers }) } });
	it.each(REFUSED)('refuses the server %s: %s', async (address, code) => {
		expect(await codeOf(await strict.send({ server: address }))).toBe(code);
		expect([...strict.dialled, ...strict.resolved]).toEqual([]);
	});

	const ported = proxied({
		apis: { tiny: tasksOf({ ...API, servers: [{ url: 'https://api.tiny.example:8443/v1' }] }) },
		ports: [443, 8443],
	});
	it('reaches another port once it is listed, and names it in Host', async () => {
		await open(await ported.send({ server: 'https://api.tiny.example:8443/v1' }));
		expect(ported.dialled).toEqual([{ addresses: [PUBLIC], port: 8443 }]);
		expect(ported.upstream().received[0]?.headers.host).toBe('api.tiny.example:8443');
	});
});

const seen: string[] = [];
const own = createServer(async (message, response) => {
	seen.push(`${message.method} ${message.url} ${await text(message)}`);
	response.end('here');
});
const ownPort = await listenAnywhere(own);
afterAll(() => own[Symbol.asyncDispose]());

describe('In development', () => {
	const here = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${ownPort}`);
	const elsewhere = `http://localhost.evil.example:${ownPort}`;
	const servers = [...here, elsewhere].map((url) => ({ url }));
	const apis = { tiny: tasksOf({ ...API, servers }) };
	const loose = proxied({ apis, loopback: true, ports: [ownPort], dial: dialByTcp, resolve: resolveBySystem });
	it.each(here)('this machine’s own server may be reached by http: %s', async (address) => {
		expect((await open(await loose.send({ server: address }))).body).toBe('here');
		expect(seen.splice(0)).toEqual(['GET /ping ']);
	});
	it('no other host may', async () => {
		expect(await codeOf(await loose.send({ server: elsewhere }))).toBe('refused-server');
	});
});
