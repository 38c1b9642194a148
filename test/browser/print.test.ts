import { expect, it } from 'vitest';
import { sampleCode } from './samples.ts';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('On paper', ({ open }) => {
	it('every sample and every answer stands, each line whole, and nothing to press', async () => {
		const page = await open('/plivo/remove-shortcode/', {
			colorScheme: 'dark',
			viewport: { width: 794, height: 1123 },
		});
		await page.evaluate(() => {
			document.documentElement.dataset.theme = 'dark';
		});
		await page.emulateMedia({ media: 'print' });
		const code = page.locator('.samples .panel pre.code:visible');
		const shown = await code.allTextContents();
		expect(shown).toContain(sampleCode('removeShortcode', 'csharp', 'http'));
		expect(shown).toContain(sampleCode('removeShortcode', 'python', 'v2'));
		expect(await page.locator('.panel-title:visible').count()).toBe(await page.locator('.panel').count());
		expect(await page.locator('.answer:visible').count()).toBe(4);
		expect(await page.getByRole('button').count()).toBe(0);
		expect(await page.getByRole('tab').count()).toBe(0);
		expect(await page.getByRole('navigation').count()).toBe(0);
		const cut = await code.evaluateAll((blocks) =>
			blocks.filter((block) => block.scrollWidth > block.clientWidth || block.scrollHeight > block.clientHeight + 1),
		);
		expect(cut.length).toBe(0);
		expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
	});
});
