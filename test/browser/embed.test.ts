import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { buildSite } from './build-site.ts';
import { describeInBrowser, shownText } from './with-browser.ts';

const port = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) => new Promise<Server>((settle) => server.listen(0, '127.0.0.1', () => settle(server)));
const end = (server: Server) => {
	server.closeAllConnections();
	return new Promise<void>((settle) => server.close(() => settle()));
};

let siteOrigin = '';

/** Two sites: a page of another origin at `127.0.0.1`, which is listed, and the same page at `localhost`, which is not. */
async function serveBoth() {
	const directory = await buildSite();
	const page = (scheme: string) => `<!doctype html><html lang="en" style="color-scheme: ${scheme}"><title>Other</title>
<script type="module" src="${siteOrigin}/embed/specimen.js"></script>
<specimen-sample operation="removeShortcode" lang="php" style="v2"></specimen-sample>
<specimen-sample operation="noSuchThing"></specimen-sample></html>`;
	const other = await listen(
		createHttpServer((request, response) => {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
			response.end(page(request.url === '/dark' ? 'dark' : 'light'));
		}),
	);
	const origin = `http://127.0.0.1:${port(other)}`;
	const site = await listen(createServer({ siteDirectory: directory, embedOrigins: [origin] }));
	siteOrigin = `http://127.0.0.1:${port(site)}`;
	return {
		directory,
		origin,
		close: async () => {
			await end(other);
			await end(site);
		},
	};
}

describeInBrowser(
	'<specimen-sample> on a page of another site',
	({ open, directory, origin }) => {
		it('shows the language and style that it is asked for, byte for byte as the site has them', async () => {
			const page = await open('/');
			const sample = page.locator('specimen-sample').first();
			await sample.getByRole('tab', { name: 'PHP' }).and(sample.locator('[aria-selected=true]')).waitFor();
			const code = await sample.getByRole('tabpanel').textContent();
			expect(code).toBe(readFileSync('samples/plivo/removeShortcode/v2/remove_shortcode.php', 'utf8'));
			const link = sample.getByRole('link', { name: 'Remove a short code' });
			expect(await link.getAttribute('href')).toBe(`${siteOrigin}/plivo/remove-shortcode/`);
		});

		it('shows another language and style by mouse and keyboard', async () => {
			const page = await open('/');
			const sample = page.locator('specimen-sample').first();
			await sample.getByRole('tab', { name: 'Python' }).click();
			await page.keyboard.press('ArrowRight');
			expect(await shownText(sample.locator('[aria-selected=true]').first())).toBe('Ruby');
			await sample.getByRole('tab', { name: 'HTTP' }).click();
			expect(await sample.getByRole('tabpanel').textContent()).toContain("require 'net/http'");
		});

		it("follows the page's colour scheme", async () => {
			const colours = await Promise.all(
				['/', '/dark'].map(async (path) => {
					const panel = (await open(path)).locator('specimen-sample').first().getByRole('tabpanel');
					return panel.evaluate((element) => getComputedStyle(element).color);
				}),
			);
			expect(colours).toEqual(['rgb(22, 33, 28)', 'rgb(230, 236, 233)']);
		});

		it('says what could not be loaded', async () => {
			const told = (await open('/')).locator('specimen-sample').nth(1).getByRole('alert');
			expect(await told.textContent()).toContain('"noSuchThing" could not be loaded');
		});

		it('is refused where the origin is not listed', async () => {
			const page = await open('/');
			const said: string[] = [];
			page.on('console', (message) => said.push(message.text()));
			await page.goto(origin().replace('127.0.0.1', 'localhost'), { waitUntil: 'networkidle' });
			expect(said.join('\n')).toContain('has been blocked by CORS policy');
			expect(await page.evaluate(() => customElements.get('specimen-sample') === undefined)).toBe(true);
		});

		it('is a script of less than 10 KB', () => {
			const script = readFileSync(join(directory(), 'embed/specimen.js'));
			expect(gzipSync(script).length).toBeLessThan(10 * 1024);
		});
	},
	serveBoth,
);
