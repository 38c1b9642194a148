import { expect, it } from 'vitest';
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

	it('the OpenAPI file can be taken', async () => {
		expect(await read('/plivo/openapi.yaml')).toContain('operationId: removeShortcode');
	});
});
