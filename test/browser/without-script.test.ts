import { expect, it } from 'vitest';
import { sampleCode } from './samples.ts';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('Without JavaScript', ({ open }) => {
	it('every sample and every reason can be read', async () => {
		const page = await open('/plivo/remove-shortcode/', { javaScriptEnabled: false });
		const panels = page.locator('.samples .panel');
		const count = await panels.count();
		expect(count).toBeGreaterThan(20);
		for (let at = 0; at < count; at++) expect(await panels.nth(at).isVisible()).toBe(true);
		const shown = await page.locator('.samples pre code').allTextContents();
		expect(shown).toContain(sampleCode('removeShortcode', 'go', 'http'));
		expect(shown).toContain(sampleCode('removeShortcode', 'java', 'v2'));
		expect(await page.getByRole('heading', { name: 'Java, Version 2' }).isVisible()).toBe(true);
		expect(await page.locator('.answer:visible').count()).toBe(4);
	});

	it('nothing stands there that would do nothing', async () => {
		const page = await open('/plivo/remove-shortcode/', { javaScriptEnabled: false });
		expect(await page.getByRole('tab').count()).toBe(0);
		expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
		expect(await page.getByRole('button', { name: 'Search' }).count()).toBe(0);
	});

	it('the theme follows the system', async () => {
		const background = async (colorScheme: 'light' | 'dark') => {
			const page = await open('/', { javaScriptEnabled: false, colorScheme });
			return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		};
		expect(await background('light')).toBe('rgb(255, 255, 255)');
		expect(await background('dark')).not.toBe('rgb(255, 255, 255)');
	});
});
