import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDocument, type Json } from '../../src/core/document.ts';
import { mockRoute } from '../../src/server/mock-route.ts';
import { listening } from '../server/listening.ts';
import { folderOf } from '../server/site-fixture.ts';
import { describeInChromium } from './chromium.ts';
import { API, open, proxied } from './proxied.ts';
import { listenAnywhere } from './upstream.ts';

/** Asks this server as soon as a script of an answer runs, from whatever page. */
let ran: string[] = [];
const witness = createServer((request, response) => {
	ran.push(request.url ?? '');
	response.setHeader('access-control-allow-origin', '*').end();
});
const witnessPort = await listenAnywhere(witness);
const say = (how: string) => `new Image().src='http://127.0.0.1:${witnessPort}/${how}'`;
const HTML = `<!doctype html><title>Answer</title><script>${say('html-script')}</script><img src="data:," onerror="${say('html-handler')}"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:${witnessPort}/html-refresh"><iframe srcdoc="<script>${say('html-frame')}</script>"></iframe>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${say('svg-handler')}"><script>${say('svg-script')}</script></svg>`;
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Answer</title></head><body><script>${say('xhtml-script')}</script></body></html>`;
const ANSWERS = { 'text/html': HTML, 'image/svg+xml': SVG, 'application/xhtml+xml': XHTML, 'text/xml': SVG } as const;

const path = (type: string) => `/${type.replace(/\W/g, '-')}`;
const paths: Json = Object.fromEntries(
	Object.entries(ANSWERS).map(([type, value]) => [
		path(type),
		{ get: { responses: { 200: { description: 'It.', content: { [type]: { examples: { default: { value } } } } } } } },
	]),
);
const document = createDocument({ file: 'openapi.yaml', root: { ...API, paths } });
const mock = listening(() => ({
	siteDirectory: folderOf({ 'index.html': 'home' }),
	routes: [mockRoute({ tiny: { document } })],
}));
const site = proxied();

/** Answers `/` with a page of somebody's that embeds `/answer` in every way there is, and `/answer` with what it is given. */
async function replay(body: Buffer, headers: Iterable<[string, string]>): Promise<{ address: string; server: Server }> {
	const server = createServer((request, response) => {
		if (request.url === '/answer') {
			for (const [name, value] of headers) response.setHeader(name, value);
			response.end(body);
			return;
		}
		response.setHeader('content-type', 'text/html').end(embedding('/answer'));
	});
	return { address: `http://127.0.0.1:${await listenAnywhere(server)}`, server };
}

function embedding(address: string): string {
	return `<!doctype html><title>Embeds</title><iframe src="${address}"></iframe><object data="${address}"></object><embed src="${address}"><img src="${address}"><script src="${address}"></script><link rel="stylesheet" href="${address}">`;
}

/** Opens an address by itself, and a page that embeds it; resolves once the browser is done with both. */
async function visit(browser: Browser, address: string, embedded: string): Promise<void> {
	const context = await browser.newContext();
	const page = await context.newPage();
	// What is no page is a download, which ends the visit.
	await page.goto(address, { waitUntil: 'networkidle' }).catch((error: Error) => {
		if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
	});
	await page.goto(embedded, { waitUntil: 'networkidle' });
	await context.close();
}

afterAll(() => witness[Symbol.asyncDispose]());
beforeEach(() => {
	ran = [];
});

describeInChromium('HTML and SVG stay inert, for the mock as well', (browser) => {
	describe.each(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[])('%s', (type) => {
		it('would run its scripts without protection, so that this test can tell', async () => {
			const { address, server } = await replay(Buffer.from(ANSWERS[type]), [['content-type', type]]);
			await visit(browser(), `${address}/answer`, address);
			server.closeAllConnections();
			await server[Symbol.asyncDispose]();
			expect(ran.length).toBeGreaterThan(0);
		});
		it('runs nothing as an answer of the mock', async () => {
			const address = `${mock.address()}/mock/v1${path(type)}`;
			const answer = await fetch(address);
			expect({ type: answer.headers.get('content-type'), body: await answer.text() }).toEqual({
				type,
				body: ANSWERS[type],
			});
			const elsewhere = createServer((_request, response) => {
				response.setHeader('content-type', 'text/html').end(embedding(address));
			});
			const port = await listenAnywhere(elsewhere);
			await visit(browser(), address, `http://127.0.0.1:${port}/`);
			elsewhere.closeAllConnections();
			await elsewhere[Symbol.asyncDispose]();
			expect(ran).toEqual([]);
		});
		it('runs nothing in the envelope of the proxy', async () => {
			site.upstream().answer = (_message, response) => {
				response.setHeader('content-type', type).end(ANSWERS[type]);
			};
			const answer = await site.send({});
			expect((await open(answer.clone())).body).toBe(ANSWERS[type]);
			const outside = [...answer.headers].filter(([name]) => !/^(transfer-encoding|connection|keep-alive)$/.test(name));
			const { address, server } = await replay(Buffer.from(await answer.arrayBuffer()), outside);
			await visit(browser(), `${address}/answer`, address);
			server.closeAllConnections();
			await server[Symbol.asyncDispose]();
			expect(ran).toEqual([]);
		});
	});
});

describe('Answers come back in an envelope that a browser never renders', () => {
	const envelopeHeaders = {
		'content-type': 'application/x-ndjson',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		'referrer-policy': 'no-referrer',
		'cache-control': 'no-store',
	};
	it.each(Object.keys(ANSWERS))('whatever type the API says: %s', async (type) => {
		site.upstream().answer = (_message, response) => {
			response.setHeader('content-type', type).setHeader('content-disposition', 'inline').end(HTML);
		};
		const answer = await site.send({});
		const headers = Object.fromEntries(answer.headers);
		expect(headers).toMatchObject(envelopeHeaders);
		expect(headers['content-disposition']).toBeUndefined();
		const text = await answer.text();
		expect(text).not.toContain('<');
		expect(
			text
				.trimEnd()
				.split('\n')
				.map((line) => Object.keys(JSON.parse(line))[0]),
		).toEqual(['status', 'chunk', 'end']);
	});
	it('and a refusal is no page either', async () => {
		const answer = await site.send({ task: '<script>alert(1)</script>' });
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			...envelopeHeaders,
			'content-type': 'application/problem+json',
		});
	});
	it('hides nothing of what the API says: its status is inside', async () => {
		site.upstream().answer = (_message, response) => response.writeHead(404, 'Gone Fishing').end('no');
		const answer = await site.send({});
		expect(answer.status).toBe(200);
		expect(await open(answer)).toMatchObject({ status: 404, statusText: 'Gone Fishing', body: 'no' });
	});
});
