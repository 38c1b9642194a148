import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeInBrowser } from './with-browser.ts';

const KILOBYTE = 1024;
const gzipped = (data: Buffer | string) => gzipSync(data).length;

describeInBrowser('The strict site', ({ open, directory, origin }) => {
	it('breaks no rule of its Content-Security-Policy, and asks no other host', async () => {
		for (const path of ['/', '/plivo/', '/plivo/remove-shortcode/', '/guides/getting-started/', '/404']) {
			const page = await open('/404');
			const said: string[] = [];
			const asked: string[] = [];
			page.on('console', (message) => said.push(message.text()));
			page.on('pageerror', (error) => said.push(error.message));
			page.on('request', (request) => asked.push(request.url()));
			await page.goto(origin() + path, { waitUntil: 'networkidle' });
			await page.getByRole('button', { name: 'Search' }).click();
			await page.getByRole('searchbox').fill('short code');
			await page.locator('.search-results a').first().waitFor();
			expect(said.filter((text) => !text.includes('404'))).toEqual([]);
			expect(asked.filter((url) => !url.startsWith(`${origin()}/`) && !url.startsWith('data:'))).toEqual([]);
		}
	});

	it('sends at most 8 KB of script before anybody does anything', async () => {
		for (const path of ['/', '/plivo/create-powerpack/', '/guides/getting-started/']) {
			const page = await open('/plivo/');
			const scripts: string[] = [];
			page.on('response', (response) => {
				if (response.request().resourceType() === 'script') scripts.push(response.url());
			});
			await page.goto(origin() + path, { waitUntil: 'networkidle' });
			const files = await Promise.all([...new Set(scripts)].map(async (url) => (await fetch(url)).text()));
			const inline = await page.locator('script:not([src])').allTextContents();
			const total = [...files, ...inline].reduce((sum, text) => sum + gzipped(text), 0);
			expect(total, path).toBeLessThan(8 * KILOBYTE);
		}
	});

	it.each(['python', 'csharp'])('sends at most 60 KB of script for the try-it form, in %s', async (language) => {
		const page = await open('/404');
		await page.goto(`${origin()}/plivo/create-powerpack/?lang=${language}`, { waitUntil: 'networkidle' });
		const scripts = new Set<string>();
		page.on('response', (response) => {
			if (response.request().resourceType() === 'script') scripts.add(response.url());
		});
		await page.getByRole('button', { name: 'Try it', exact: true }).click();
		await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
		await page.waitForLoadState('networkidle');
		const files = await Promise.all([...scripts].map(async (url) => (await fetch(url)).text()));
		expect(files.length).toBeGreaterThan(3);
		expect(files.reduce((sum, text) => sum + gzipped(text), 0)).toBeLessThan(60 * KILOBYTE);
	});

	it('keeps the HTML of every operation within 20 KB, compressed', () => {
		const pages = readdirSync(join(directory(), 'plivo'), { recursive: true, encoding: 'utf8' }).filter((file) =>
			file.endsWith('.html'),
		);
		const heavy = pages
			.map((file) => ({ file, size: gzipped(readFileSync(join(directory(), 'plivo', file))) }))
			.filter(({ size }) => size > 20 * KILOBYTE);
		expect(pages.length).toBeGreaterThan(19);
		expect(heavy).toEqual([]);
	});
});
