import { expect, it } from 'vitest';
import { describeInBrowser, shownText } from './with-browser.ts';

describeInBrowser('Finding things', ({ open }) => {
	it('searches titles, paths and parameters, and says the method', async () => {
		const page = await open('/');
		await page.keyboard.press('Control+k');
		const dialog = page.getByRole('dialog', { name: 'Search' });
		await dialog.getByRole('searchbox').fill('remove short code');
		const first = dialog.getByRole('link').first();
		await first.waitFor();
		expect(await shownText(first)).toMatch(/Remove a short code\s+DELETE/);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/plivo/remove-shortcode/');
	});

	it('says so when there is nothing', async () => {
		const page = await open('/');
		await page.getByRole('button', { name: 'Search' }).click();
		await page.getByRole('searchbox').fill('zzqqxx');
		await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor();
		await page.keyboard.press('Escape');
		expect(await page.getByRole('dialog').isVisible()).toBe(false);
	});

	it('lists all operations by resource on the overview', async () => {
		const page = await open('/plivo/');
		const main = page.getByRole('main');
		expect(await main.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
			'Powerpack',
			'Number pool',
			'Number',
			'Short code',
			'Toll-free',
			'Files',
		]);
		expect(await main.locator('.operations li').count()).toBe(19);
	});

	it('offers what was probably meant where there is no page', async () => {
		const page = await open('/plivo/remove-short-code/');
		const first = page.locator('.suggestions a').first();
		await first.waitFor();
		expect(await shownText(first)).toBe('Remove a short code');
	});

	it('keeps the theme that was chosen', async () => {
		const page = await open('/', { colorScheme: 'light' });
		const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(await paper()).toBe('rgb(255, 255, 255)');
		await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
		const dark = await paper();
		expect(dark).not.toBe('rgb(255, 255, 255)');
		await page.goto(`${new URL(page.url()).origin}/plivo/`);
		expect(await paper()).toBe(dark);
	});

	it('opens the navigation on a phone', async () => {
		const page = await open('/plivo/remove-shortcode/', { viewport: { width: 390, height: 844 } });
		await page.getByRole('button', { name: 'Menu' }).click();
		await page.getByRole('link', { name: 'Find a number' }).click();
		await page.waitForURL('**/plivo/find-number/');
	});
});
