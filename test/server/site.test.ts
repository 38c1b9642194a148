import { rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listening } from './listening.ts';
import { folderOf, PAGE, SITE } from './site-fixture.ts';

const siteDirectory = folderOf(SITE);
const { address } = listening(() => ({ siteDirectory }));

const ask = (path: string, init: RequestInit = {}) =>
	fetch(address() + path, { redirect: 'manual', signal: AbortSignal.timeout(4_000), ...init });

/** Asks as a plain client does: `fetch` would decompress what comes, and never let a 304 through. */
async function askPlainly(
	path: string,
	headers: Record<string, string>,
): Promise<{ status?: number; encoding?: string; vary?: string; body: Buffer }> {
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	get(address() + path, { headers, timeout: 4_000 }, resolve).on('error', reject);
	const message = await promise;
	const { 'content-encoding': encoding, vary } = message.headers;
	return { status: message.statusCode, encoding, vary, body: await buffer(message) };
}

describe('files', () => {
	it('are served with their type', async () => {
		const answer = await ask('/picture.svg');
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
	});
	it('are the index of their folder', async () => {
		expect(await (await ask('/plivo/remove-shortcode/?lang=php')).text()).toBe(PAGE);
		expect(await (await ask('/')).text()).toBe(SITE['index.html']);
	});
	it('lead from the folder without a slash to the one with it, keeping the query', async () => {
		const answer = await ask('/plivo/remove-shortcode?lang=php&style=v2');
		expect([answer.status, answer.headers.get('location')]).toEqual([
			301,
			'/plivo/remove-shortcode/?lang=php&style=v2',
		]);
	});
	it('never lead to another host', async () => {
		expect((await ask('//plivo')).headers.get('location')).toBe('/plivo/');
		expect((await ask('//example.com/plivo')).status).toBe(404);
	});
	it('answer HEAD without a body', async () => {
		const answer = await ask('/picture.svg', { method: 'HEAD' });
		expect([answer.status, await answer.text()]).toEqual([200, '']);
	});
	it('refuse every other method', async () => {
		const answer = await ask('/', { method: 'POST', body: 'x' });
		expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		expect((await ask('/', { method: 'OPTIONS' })).status).toBe(204);
	});
	it('may be asked for in part', async () => {
		const part = await ask('/plivo/remove-shortcode/', { headers: { range: 'bytes=0-14' } });
		expect([part.status, await part.text(), part.headers.has('content-encoding')]).toEqual([
			206,
			'<!doctype html>',
			false,
		]);
		const beyond = await ask('/', { headers: { range: 'bytes=999999-' } });
		expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${SITE['index.html'].length}`]);
	});
});

describe('what is missing', () => {
	it('is the page 404.html with status 404', async () => {
		const answer = await ask('/plivo/nothing/');
		expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
		expect(await answer.text()).toBe(SITE['404.html']);
	});
	it.each(['/.hidden', '/_astro/', '/_astro/gone.js', '/..%2fsecret', '/%2e%2e/%2e%2e/etc/passwd'])(
		'includes %s',
		async (path) => {
			const answer = await ask(path);
			expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-cache']);
		},
	);
});

describe('caching', () => {
	it('is for ever where the name holds a hash', async () => {
		expect((await ask('/_astro/page.B1x9.js')).headers.get('cache-control')).toBe(
			'public, max-age=31536000, immutable',
		);
	});
	it('asks again elsewhere, and gets no body where nothing changed', async () => {
		const first = await ask('/');
		expect(first.headers.get('cache-control')).toBe('no-cache');
		const again = await askPlainly('/', { 'if-none-match': first.headers.get('etag') ?? '' });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});
});

describe('compression', () => {
	it.each([
		['br, gzip', 'br', brotliDecompressSync],
		['gzip', 'gzip', gunzipSync],
	])('with "%s" is %s', async (accepted, encoding, decompress) => {
		const answer = await askPlainly('/plivo/remove-shortcode/', { 'accept-encoding': accepted });
		expect(answer).toMatchObject({ encoding, vary: 'Accept-Encoding' });
		expect(answer.body.length).toBeLessThan(PAGE.length / 10);
		expect(decompress(answer.body).toString()).toBe(PAGE);
	});
	it('is left out for what is small, and for a client that takes none', async () => {
		expect((await askPlainly('/', { 'accept-encoding': 'br' })).encoding).toBeUndefined();
		expect((await askPlainly('/plivo/remove-shortcode/', { 'accept-encoding': 'identity' })).encoding).toBeUndefined();
	});
});

it('serves a site that is built again as it is now', async () => {
	writeFileSync(join(siteDirectory, 'new.html'), 'new');
	expect(await (await ask('/new.html')).text()).toBe('new');
	rmSync(join(siteDirectory, 'new.html'));
	expect((await ask('/new.html')).status).toBe(404);
});
