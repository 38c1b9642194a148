import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleCode } from './samples.ts';
import { describeInBrowser, shownText } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/?lang=python&style=v1';

async function useTool(page: Page, name: string): Promise<void> {
	await page.locator('.tools summary').click();
	await page.getByRole('button', { name }).click();
}

describeInBrowser('What can be done with a sample', ({ open }) => {
	it('takes the call alone, without the indentation around it', async () => {
		const page = await open(PAGE, { permissions: ['clipboard-read', 'clipboard-write'] });
		await useTool(page, 'Take the call alone');
		await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			'powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")\nresponse = powerpack.remove_shortcode("<shortcode>")\n',
		);
	});

	it('downloads the file under its name', async () => {
		const page = await open(PAGE);
		const [download] = await Promise.all([page.waitForEvent('download'), useTool(page, 'Download the file')]);
		expect(download.suggestedFilename()).toBe('remove_shortcode.py');
		expect(readFileSync(await download.path(), 'utf8')).toBe(sampleCode('removeShortcode', 'python', 'v1'));
	});

	it('compares two styles, what differs marked', async () => {
		const page = await open(PAGE);
		await useTool(page, 'Compare two styles');
		const dialog = page.getByRole('dialog', { name: 'Compare two styles' });
		expect((await dialog.locator('.gone').allTextContents()).map((text) => text.trim())).toEqual([
			'response = powerpack.remove_shortcode("<shortcode>")',
		]);
		expect((await dialog.locator('.come').allTextContents()).map((text) => text.trim())).toEqual([
			'response = powerpack.numberpool.shortcodes.remove("<shortcode>")',
		]);
		await dialog.getByRole('combobox', { name: 'Right' }).selectOption({ label: 'Python, HTTP' });
		expect(await dialog.locator('.come').allTextContents()).toContainEqual(
			expect.stringContaining('response = requests.delete('),
		);
		await page.keyboard.press('Escape');
		expect(await dialog.count()).toBe(0);
	});

	it('folds all but the call, whose lines keep their numbers, and copies the whole file all the same', async () => {
		const page = await open(PAGE, { permissions: ['clipboard-read', 'clipboard-write'] });
		await useTool(page, 'Show the call only');
		const heights = await page
			.locator('.samples .panel:visible pre code > span')
			.evaluateAll((lines) => lines.map((line) => (line as HTMLElement).offsetHeight > 0));
		expect(heights.flatMap((isShown, at) => (isShown ? [at + 1] : []))).toEqual([10, 11]);
		await page.getByRole('button', { name: 'Copy', exact: true }).click();
		await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			sampleCode('removeShortcode', 'python', 'v1'),
		);
	});

	it('wraps long lines', async () => {
		const page = await open(PAGE);
		const isScrolled = () =>
			page
				.locator('.samples .panel:visible pre:has(> code)')
				.evaluate((element) => element.scrollWidth > element.clientWidth);
		expect(await isScrolled()).toBe(true);
		await useTool(page, 'Wrap long lines');
		expect(await isScrolled()).toBe(false);
	});

	it('links to a line, and marks the lines that are linked to', async () => {
		const page = await open(PAGE);
		const line = page.locator('.samples .panel:visible pre code > span').nth(9);
		await line.click({ position: { x: 10, y: 8 } });
		expect(new URL(page.url()).hash).toBe('#L10');
		await page.reload();
		expect(await page.locator('.linked').allTextContents()).toEqual([
			'    powerpack = client.powerpacks.get(uuid="<powerpack_uuid>")\n',
		]);
		expect(new URL(page.url()).search).toBe('?lang=python&style=v1');
	});

	it('says which request a sample sends first', async () => {
		const page = await open(PAGE);
		expect(await shownText(page.locator('.panel:visible .remarks'))).toContain(
			'Sends Retrieve a Powerpack first, for its number_pool_uuid.',
		);
	});
});
