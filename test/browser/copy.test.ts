import { expect, it } from 'vitest';
import { sampleCode } from './samples.ts';
import { describeInBrowser } from './with-browser.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

describeInBrowser('Copying a sample', ({ open }) => {
	it('takes exactly the file, and says so', async () => {
		const page = await open('/plivo/remove-shortcode/?lang=csharp&style=v2', CLIPBOARD);
		const button = page.getByRole('button', { name: 'Copy', exact: true });
		await button.click();
		await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			sampleCode('removeShortcode', 'csharp', 'v2'),
		);
		await button.waitFor();
	});

	it('leaves the line numbers behind when it is done by hand', async () => {
		const page = await open('/plivo/remove-shortcode/?lang=python&style=http', CLIPBOARD);
		await page.evaluate(() => {
			const code = [...document.querySelectorAll('.samples pre code')].find((element) => element.checkVisibility());
			if (code) getSelection()?.selectAllChildren(code);
		});
		await page.keyboard.press('Control+C');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied.trimEnd()).toBe(sampleCode('removeShortcode', 'python', 'http').trimEnd());
	});
});
