import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('For machines', ({ open, origin }) => {
	const read = async (path: string) => (await fetch(origin() + path)).text();

	it('every operation describes itself as JSON-LD and names its Markdown', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
		expect(data).toMatchObject({ '@type': 'TechArticle', headline: 'Remove a short code' });
		const markdown = await page.locator('link[rel=alternate][type="text/markdown"]').getAttribute('href');
		expect(await read(markdown ?? '')).toMatch(/^# Remove a short code/);
	});

	it('every sample of an operation stands in its Markdown, or the reason why there is none', async () => {
		const page = await open('/plivo/remove-shortcode/', { javaScriptEnabled: false });
		const titles = await page.locator('.panel-title').allInnerTexts();
		const markdown = await read('/plivo/remove-shortcode.md');
		expect(titles.length).toBeGreaterThan(20);
		for (const title of titles) expect(markdown).toContain(`### ${title}\n`);
	});

	it('llms.txt leads to every operation, and llms-full.txt holds them', async () => {
		const addresses = [...(await read('/llms.txt')).matchAll(/\]\((\/plivo\/[^)]+\.md)\)/g)].map(([, path]) => path);
		expect(addresses.length).toBe(19);
		for (const path of addresses) expect((await fetch(origin() + path)).status).toBe(200);
		expect(await read('/llms-full.txt')).toContain('# Buy a number and add it');
	});

	it('guides are Markdown without components', async () => {
		const guide = await read('/guides/getting-started.md');
		expect(guide).toContain('| Ruby | plivo');
		expect(guide).not.toMatch(/^import |<[A-Z]/m);
	});

	it('what changed can be read, and followed as an Atom feed', async () => {
		const page = await open('/plivo/');
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Changes' }).click();
		const headings = page.getByRole('main').getByRole('heading', { level: 2 });
		expect(await headings.allInnerTexts()).toEqual(['Deleting <everything> & more', 'The first samples']);
		const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
		expect(address).toBe('/plivo/changes.xml');
		const feed = await page.evaluate(
			(xml) => {
				const document_ = new DOMParser().parseFromString(xml, 'application/xml');
				const texts = (name: string) => [...document_.getElementsByTagName(name)].map(({ textContent }) => textContent);
				const content = document.implementation.createHTMLDocument();
				content.body.innerHTML = texts('content')[0] ?? '';
				const links = [...content.querySelectorAll('a')].map((link) => link.getAttribute('href'));
				return { root: document_.documentElement.localName, titles: texts('title'), links, updated: texts('updated') };
			},
			await read(address ?? ''),
		);
		expect(feed).toEqual({
			root: 'feed',
			titles: [expect.stringMatching(/: changes$/), 'Deleting <everything> & more', 'The first samples'],
			links: ['/plivo/delete-powerpack/'],
			updated: ['2025-11-24T00:00:00Z', '2025-11-24T00:00:00Z', '2025-10-01T00:00:00Z'],
		});
	});

	it('the manifest can be taken, as it lies beside the samples', async () => {
		const paths = (text: string) =>
			(JSON.parse(text) as { samples: { path: string }[] }).samples.map(({ path }) => path);
		const served = paths(await read('/plivo/manifest.json'));
		expect(served.length).toBeGreaterThan(300);
		expect(served).toEqual(paths(readFileSync('samples/plivo/manifest.json', 'utf8')));
	});

	it('the samples can be taken as an overlay of the OpenAPI file, which the overview and llms.txt lead to', async () => {
		const overlay = parse(await read('/plivo/overlay.yaml'));
		expect(overlay).toMatchObject({ overlay: '1.1.0', extends: 'openapi.yaml' });
		expect(overlay.actions.length).toBe(17);
		const page = await open('/plivo/');
		const links = await page.locator('.downloads a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(links).toEqual(['/plivo/openapi.yaml', '/plivo/overlay.yaml', '/plivo/manifest.json', '/plivo.md']);
		const llms = await read('/llms.txt');
		for (const link of links) {
			expect((await fetch(origin() + link)).status).toBe(200);
			expect(llms).toContain(`(${link})`);
		}
	});

	it('the OpenAPI file can be taken', async () => {
		expect(await read('/plivo/openapi.yaml')).toContain('operationId: removeShortcode');
	});
});
