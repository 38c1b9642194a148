import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('The former address of an operation', ({ open, origin, directory }) => {
	it('leads to its page, and takes the choice along', async () => {
		const page = await open('/plivo/seek-number/?lang=go&style=http#arguments');
		await page.waitForURL('**/plivo/find-number/?lang=go&style=http#arguments');
		await page.getByRole('heading', { level: 1, name: 'Find a number' }).waitFor();
	});

	it('leads there without JavaScript', async () => {
		const page = await open('/plivo/look-up-number/', { javaScriptEnabled: false });
		await page.waitForURL('**/plivo/find-number/');
	});

	it('tells machines the same, and is no page of its own to them', async () => {
		const html = readFileSync(join(directory(), 'plivo/seek-number/index.html'), 'utf8');
		expect(html).toContain('<link rel="canonical" href="/plivo/find-number/">');
		expect(html).toContain('<meta name="robots" content="noindex">');
		const markdown = await (await fetch(`${origin()}/plivo/seek-number.md`)).text();
		expect(markdown).toMatch(/^> This page has moved to <\/plivo\/find-number\.md>\.\n\n# Find a number\n/);
	});
});
