import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { fragmentHtml } from '../../src/embed/html.ts';
import { fragmentOf, hostile } from '../embed/sources.ts';
import { describeInBrowser } from './with-browser.ts';

const asset = (name: string) => readFileSync(`src/embed/assets/${name}`);

/** A page that includes a fragment of plain HTML with the files beside it, under a strict policy. */
async function serveFragment() {
	const fragment = await fragmentHtml(fragmentOf(hostile));
	const page = `<!doctype html><html lang="en"><title>Page</title><link rel="stylesheet" href="/specimen.css">
<main><h1>Page</h1>${fragment}</main><script type="module" src="/specimen.js"></script></html>`;
	const server = createServer(({ url }, response) => {
		const [type, body] =
			url === '/specimen.css'
				? ['text/css', asset('specimen.css')]
				: url === '/specimen.js'
					? ['text/javascript', asset('specimen.js')]
					: ['text/html; charset=utf-8', page];
		response.writeHead(200, { 'content-type': type, 'content-security-policy': "default-src 'self'" });
		response.end(body);
	});
	await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
	const close = () => {
		server.closeAllConnections();
		return new Promise<void>((settle) => server.close(() => settle()));
	};
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, directory: '', close };
}

describeInBrowser(
	'A fragment of plain HTML',
	({ open }) => {
		it('shows every sample without a script, byte for byte', async () => {
			const page = await open('/', { javaScriptEnabled: false });
			expect(await page.locator('pre:visible').count()).toBe(hostile.length);
			expect(await page.locator('pre code').allTextContents()).toEqual(hostile);
		});

		it('is a row of tabs with one, by mouse and keyboard', async () => {
			const page = await open('/');
			await page.getByRole('tab', { name: 'Node' }).click();
			expect(await page.locator('pre:visible').textContent()).toBe(hostile.at(-1));
			await page.keyboard.press('Home');
			expect(await page.locator('pre:visible').textContent()).toBe(hostile[0]);
			expect(await page.getByRole('tab', { selected: true }).count()).toBe(1);
		});
	},
	serveFragment,
);
