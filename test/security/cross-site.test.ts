import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { rawRequest } from '../server/raw-request.ts';
import { codeOf, open, proxied } from './proxied.ts';
import { listenAnywhere } from './upstream.ts';

const site = proxied({ site: { hosts: ['127.0.0.1', 'docs.example'], origin: 'https://docs.example' } });
const sent = () => ({ dialled: site.dialled, received: site.upstream().received });
const nothing = { dialled: [], received: [] };

describe('Cross-site calls refused (Origin and Sec-Fetch-Site, JSON only)', () => {
	it.each([
		['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
		['another site that forges no more than it can', { origin: 'https://evil.example' }],
		['another server on this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
		['a sandboxed page', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
		['a site whose name begins alike', { origin: 'https://docs.example.evil.example' }],
		['a neighbour of the site', { origin: 'https://other.docs.example', 'sec-fetch-site': 'same-site' }],
		['an address typed by hand', { 'sec-fetch-site': 'none' }],
		['nobody in particular', { origin: '' }],
	])('from %s', async (_whom, headers) => {
		expect(await codeOf(await site.send({}, { headers }))).toBe('cross-site');
		expect(sent()).toEqual(nothing);
	});
	it.each([
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/plain; application/json',
		'',
	])('as a form or a simple request could send it: %s', async (type) => {
		expect(await codeOf(await site.send({}, { headers: { 'content-type': type } }))).toBe('not-json');
		expect(sent()).toEqual(nothing);
	});
	it('allows no other site to ask by a preflight, and lets none read an answer', async () => {
		const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
		const asked = await fetch(`${site.address()}/try/send`, { method: 'OPTIONS', headers });
		const answered = await site.send({});
		for (const { headers } of [asked, answered]) {
			expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
			expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		}
		expect(asked.status).toBe(405);
	});
	it('answers nothing but POST, and nothing beside /try/send', async () => {
		for (const method of ['GET', 'PUT', 'DELETE', 'HEAD']) {
			const answer = await fetch(`${site.address()}/try/send`, { method });
			expect({ method, status: answer.status, allow: answer.headers.get('allow') }).toEqual({
				method,
				status: 405,
				allow: 'POST',
			});
		}
		for (const path of ['/try', '/try/', '/try/send/', '/try/send/x', '/try/https://evil.example/', '/try/other']) {
			expect(await codeOf(await fetch(site.address() + path, { method: 'POST' })), path).toBe('not-found');
		}
		expect(sent()).toEqual(nothing);
	});
	it('takes a page of the site for one of its own, before and behind a proxy that changes Host', async () => {
		await open(await site.send({}));
		await open(await site.send({}, { headers: { origin: 'https://docs.example' } }));
		expect(site.upstream().received).toHaveLength(2);
	});
	it.each([
		'no JSON: SECRET',
		'null',
		'[]',
		'{}',
		'{"api":"tiny","task":"ping","server":1,"values":{},"credentials":{}}',
		'{"api":"tiny","task":"ping","server":"x","values":[],"credentials":{}}',
		'{"api":"tiny","task":"ping","server":"x","values":{"a":{"b":1}},"credentials":{}}',
		'{"api":"tiny","task":"ping","server":"x","values":{},"credentials":{"a":null}}',
		`{"api":"tiny","task":"ping","server":"x","values":{"${'n'.repeat(201)}":""},"credentials":{}}`,
	])('reads nothing into %j, and repeats nothing of it', async (body) => {
		const answer = await site.send({}, { body });
		expect(await answer.clone().text()).not.toContain('SECRET');
		expect(await codeOf(answer)).toBe('bad-request');
		expect(sent()).toEqual(nothing);
	});
});

describe('Own Host checked', () => {
	const body = JSON.stringify({
		api: 'tiny',
		task: 'ping',
		server: 'https://api.tiny.example/v1',
		values: {},
		credentials: {},
	});
	const ask = (host: string, origin = `http://${host}`) =>
		rawRequest(
			site.address(),
			`POST /try/send HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
		);
	it.each([
		'evil.example',
		'evil.example:4321',
		'127.0.0.1.evil.example',
		'docs.example.evil.example',
		'docs.example@evil.example',
		'10.0.0.1',
		'',
	])('a name that was made to lead here is refused: %j', async (host) => {
		expect(await ask(host)).toMatch(/^HTTP\/1\.1 421 [\s\S]*"code":"wrong-host"/);
		expect(sent()).toEqual(nothing);
	});
	it('two hosts are refused', async () => {
		expect(await ask('127.0.0.1\r\nHost: evil.example')).toMatch(/^HTTP\/1\.1 4/);
		expect(sent()).toEqual(nothing);
	});
	it.each(['docs.example', 'DOCS.example', 'docs.example:443', '127.0.0.1:80'])(
		'the site’s own is not: %s',
		async (host) => {
			expect(await ask(host, `https://${host.toLowerCase()}`)).toMatch(/^HTTP\/1\.1 200 /);
		},
	);
});

describe('Off unless configured', () => {
	const off = proxied({ apis: {} });
	it('sends nothing for any API', async () => {
		const answer = await off.send({});
		expect(answer.status).toBe(404);
		expect(await codeOf(answer)).toBe('proxy-off');
		expect(off.dialled).toEqual([]);
	});
	it('and where it is on, it is no proxy for programs that speak to proxies', async () => {
		const stranger = createServer((_request, response) => response.end('reached'));
		const port = await listenAnywhere(stranger);
		const absolute = `GET http://127.0.0.1:${port}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
		expect(await rawRequest(site.address(), absolute)).not.toContain('reached');
		const tunnel = `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
		expect(await rawRequest(site.address(), tunnel)).toMatch(/^HTTP\/1\.1 405 /);
		await stranger[Symbol.asyncDispose]();
	});
});
