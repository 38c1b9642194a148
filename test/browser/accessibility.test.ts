import { expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { describeInBrowser } from './with-browser.ts';

const PAGES = [
	'/',
	'/404',
	'/plivo/',
	'/plivo/remove-shortcode/',
	'/plivo/remove-shortcode/?lang=go&style=v2',
	'/plivo/create-powerpack/?lang=java&style=http',
	'/plivo/list-numbers/',
	'/plivo/find-number/',
	'/plivo/objects/powerpack/',
	'/plivo/changes/',
	'/guides/getting-started/',
	'/guides/errors/',
	'/guides/styles/',
	'/guides/try-it-security/',
	'/guides/privacy/',
];
const WINDOWS = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
];

describeInBrowser('axe', ({ open }) => {
	for (const path of PAGES) {
		it(`finds nothing on ${path}, light and dark, wide and narrow`, async () => {
			const page = await open(path);
			for (const viewport of WINDOWS) {
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.setViewportSize(viewport);
					await page.emulateMedia({ colorScheme });
					expect(await axeViolations(page), `${viewport.width} ${colorScheme}`).toEqual([]);
				}
			}
		});
	}

	it('finds nothing in what a sample prints, light and dark', async () => {
		const page = await open('/plivo/remove-shortcode/?lang=python&style=v1');
		await page.locator('.panel:visible .proof summary').click();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await axeViolations(page), colorScheme).toEqual([]);
		}
	});

	it('finds nothing in the open search, the open menu and opened attributes', async () => {
		const page = await open('/plivo/create-powerpack/');
		await page.getByRole('button', { name: 'Search' }).click();
		await page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox').fill('short code');
		await page.locator('.search-results a').first().waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('.tools summary').click();
		expect(await axeViolations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Compare two styles' }).click();
		await page.getByRole('dialog', { name: 'Compare two styles' }).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		for (const summary of await page.locator('main .properties details > summary:visible').all()) await summary.click();
		expect(await axeViolations(page)).toEqual([]);
		const narrow = await open('/plivo/create-powerpack/', { viewport: { width: 390, height: 844 } });
		await narrow.getByRole('button', { name: 'Menu' }).click();
		expect(await axeViolations(narrow)).toEqual([]);
	});
});
