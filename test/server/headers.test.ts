import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mockRoute } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { scriptHashReader } from '../../src/server/script-hashes.ts';
import { listening } from './listening.ts';
import { rawRequest } from './raw-request.ts';
import { folderOf, SITE } from './site-fixture.ts';

const siteDirectory = folderOf(SITE);
const { address } = listening(() => ({
	siteDirectory,
	scriptHashes: scriptHashReader(siteDirectory),
	routes: [mockRoute(readSpecs('test/mock/fixtures/spec'))],
}));

const headersOf = async (path: string, init: RequestInit = {}) =>
	(await fetch(address() + path, { redirect: 'manual', signal: AbortSignal.timeout(4_000), ...init })).headers;
const csp = (hashes: string) =>
	`default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

it('puts the security headers on every answer', async () => {
	for (const path of [
		'/',
		'/nothing',
		'/healthz',
		'/plivo/remove-shortcode',
		'/%zz',
		'/mock/v2/open',
		'/mock/v2/nothing',
	]) {
		const headers = await headersOf(path);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('referrer-policy'), path).toMatch(/^(same-origin|no-referrer)$/);
		expect(headers.get('permissions-policy'), path).toContain('geolocation=()');
		expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
	}
	const unreadable = await rawRequest(address(), 'NONSENSE\r\n\r\n');
	expect(unreadable).toMatch(/^HTTP\/1\.1 400 /);
	expect(unreadable).toContain("content-security-policy: sandbox; default-src 'none'");
});

it('lets the site run its own scripts and no others', async () => {
	expect((await headersOf('/')).get('content-security-policy')).toBe(csp(''));
});

it('lets the inline scripts run that the build lists, and reads the list of a new build', async () => {
	const file = join(siteDirectory, '_specimen/csp.json');
	mkdirSync(join(siteDirectory, '_specimen'), { recursive: true });
	writeFileSync(file, '{"scriptHashes":["sha256-AAAA="]}');
	utimesSync(file, 1, 1);
	expect((await headersOf('/')).get('content-security-policy')).toBe(csp(" 'sha256-AAAA='"));
	writeFileSync(file, '{"scriptHashes":["sha256-BBBB=","sha384-CCCC="]}');
	utimesSync(file, 2, 2);
	expect((await headersOf('/')).get('content-security-policy')).toBe(csp(" 'sha256-BBBB=' 'sha384-CCCC='"));
});

it.each(['[]', '{"scriptHashes":["\'unsafe-inline\'"]}', '{"scriptHashes":["sha256-A; script-src *"]}', '{'])(
	'refuses %s as a list of scripts',
	(text) => {
		expect(scriptHashReader(folderOf({ '_specimen/csp.json': text }))).toThrow('does not hold');
	},
);

it('keeps what the mock sends from running or loading anything', async () => {
	const headers = await headersOf('/mock/v2/open');
	expect(headers.get('content-type')).toBe('text/html');
	expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
	expect(headers.get('access-control-allow-origin')).toBe('*');
});
