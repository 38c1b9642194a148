import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleCode, TABS } from './samples.ts';
import { describeInBrowser, shownText } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/';

const tab = (page: Page, name: string) =>
	page.getByRole('tablist', { name: 'Language' }).getByRole('tab', { name, exact: true });
const style = (page: Page, name: string) =>
	page.getByRole('radiogroup', { name: 'Style' }).getByRole('radio', { name, exact: true });
const shownCode = (page: Page) => page.locator('.samples .panel:visible pre code').textContent();
const chosenTab = (page: Page) =>
	page.getByRole('tablist', { name: 'Language' }).getByRole('tab', { selected: true }).textContent();

describeInBrowser('The choice of language and style', ({ open, origin }) => {
	it('offers the languages in order, and begins with the first style of the first', async () => {
		const page = await open(PAGE);
		expect(await page.getByRole('tablist', { name: 'Language' }).getByRole('tab').allInnerTexts()).toEqual(TABS);
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'python', 'v1'));
		expect(await page.locator('.samples .panel:visible').count()).toBe(1);
	});

	it('follows the mouse', async () => {
		const page = await open(PAGE);
		await tab(page, 'Ruby').click();
		await style(page, 'Version 2').check();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'ruby', 'v2'));
		await style(page, 'HTTP').check();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'ruby', 'http'));
	});

	it('follows the keys of a tablist, around its ends, with one stop for the tab key', async () => {
		const page = await open(PAGE);
		await tab(page, 'Python').focus();
		await page.keyboard.press('ArrowLeft');
		expect(await chosenTab(page)).toBe(TABS.at(-1));
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		expect(await chosenTab(page)).toBe(TABS[1]);
		await page.keyboard.press('End');
		expect(await chosenTab(page)).toBe(TABS.at(-1));
		await page.keyboard.press('Home');
		expect(await chosenTab(page)).toBe(TABS[0]);
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio');
		await page.keyboard.press('ArrowRight');
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'python', 'v2'));
	});

	it('ties each tab to the panel that it shows', async () => {
		const page = await open(`${PAGE}?lang=go&style=http`);
		const panel = page.getByRole('tabpanel', { name: 'Go' });
		expect(await panel.locator('pre code').textContent()).toBe(sampleCode('removeShortcode', 'go', 'http'));
		expect(await tab(page, 'Go').getAttribute('aria-controls')).toBe(await panel.getAttribute('id'));
	});

	it('is taken from the address, before anything is painted', async () => {
		const page = await open(`${PAGE}?lang=php&style=v2`);
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'php', 'v2'));
		expect(await style(page, 'Version 2').isChecked()).toBe(true);
		const shifts = await page.evaluate(
			() =>
				new Promise<number>((settle) => {
					new PerformanceObserver((list) =>
						settle(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
					).observe({ type: 'layout-shift', buffered: true });
					requestAnimationFrame(() => requestAnimationFrame(() => settle(0)));
				}),
		);
		expect(shifts).toBeLessThan(0.05);
	});

	it('is written to the address and survives a reload', async () => {
		const page = await open(PAGE);
		await tab(page, 'Node').click();
		await style(page, 'Version 2').check();
		expect(new URL(page.url()).search).toBe('?lang=node&style=v2');
		await page.goto(origin() + PAGE);
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'node', 'v2'));
		expect(await style(page, 'Version 2').isChecked()).toBe(true);
	});

	it('holds on the next page, and after going back', async () => {
		const page = await open(`${PAGE}?lang=java&style=http`);
		await page.getByRole('link', { name: 'List all numbers' }).first().click();
		await page.waitForURL('**/list-numbers/');
		expect(await shownCode(page)).toBe(sampleCode('listNumbers', 'java', 'http'));
		await page.goBack();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'java', 'http'));
	});

	it('shows one sample where every version makes the same call', async () => {
		const page = await open('/plivo/get-powerpack/?lang=ruby&style=v1');
		const shared = sampleCode('getPowerpack', 'ruby', 'sdk');
		expect(await shownCode(page)).toBe(shared);
		await style(page, 'Version 2').check();
		expect(await shownCode(page)).toBe(shared);
	});

	it('gives the reason where an SDK lacks a style, and leads to one that it has', async () => {
		const page = await open(`${PAGE}?lang=go&style=v2`);
		const panel = page.locator('.samples .panel:visible');
		expect(await shownText(panel)).toContain('Go has no Version 2 of this call.');
		expect(await shownText(panel)).toContain('plivo-go v7 has no NumberPool type');
		expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
		await panel.getByRole('link', { name: 'Show Version 1' }).click();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'go', 'v1'));
	});

	it('falls back where a page lacks it, and overwrites nothing', async () => {
		const page = await open(`${PAGE}?lang=php&style=v2`);
		await tab(page, 'cURL').click();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'shell', 'http'));
		expect(await style(page, 'Version 2').isChecked()).toBe(true);
		await tab(page, 'PHP').click();
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'php', 'v2'));
		await page.goto(`${origin()}${PAGE}?lang=cobol&style=v9`);
		expect(await shownCode(page)).toBe(sampleCode('removeShortcode', 'php', 'v2'));
	});

	it('is one for all samples of a guide', async () => {
		const page = await open('/guides/getting-started/');
		await page.getByRole('tab', { name: 'Go', exact: true }).first().click();
		const shown = await page.locator('.samples .panel:visible pre code').allTextContents();
		expect(shown).toEqual([sampleCode('listPowerpacks', 'go', 'sdk'), sampleCode('createPowerpack', 'go', 'sdk')]);
	});
});
