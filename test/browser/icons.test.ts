import { expect, it } from 'vitest';
import { languages } from '../../templates/index.ts';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('The icons of the languages', ({ open, origin }) => {
	it('stand on every tab, drawn from one sheet, and are no part of its name', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const icons = page.getByRole('tablist', { name: 'Language' }).locator('svg[aria-hidden=true] use');
		const addresses = await icons.evaluateAll((all) => all.map((use) => use.getAttribute('href') ?? ''));
		const withIcon = languages.filter(({ icon }) => icon);
		expect(addresses.map((address) => address.split('#')[1])).toEqual(withIcon.map(({ id }) => id));
		const sheets = new Set(addresses.map((address) => address.split('#')[0]));
		expect(sheets.size).toBe(1);
		const sheet = await (await fetch(origin() + [...sheets][0])).text();
		for (const { id } of withIcon) expect(sheet).toContain(`<symbol id="${id}"`);
		for (const { label } of languages)
			expect(await page.getByRole('tab', { name: label, exact: true }).count(), label).toBe(1);
	});

	it('keep their room before they are there', async () => {
		const page = await open('/plivo/');
		await page.route('**/icons.*.svg', (route) => route.abort());
		await page.goto(`${origin()}/plivo/remove-shortcode/`);
		const box = await page.locator('[role=tab] .icon').first().boundingBox();
		expect([box?.width, box?.height]).toEqual([16, 16]);
	});

	it('leave the chosen tab and style to be told apart where the system paints the colours', async () => {
		const page = await open('/plivo/remove-shortcode/', { forcedColors: 'active' });
		const ground = (selector: string) =>
			page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
		expect(await ground('[role=tab][data-lang=python]')).not.toBe(await ground('[role=tab][data-lang=ruby]'));
		expect(await ground('label[data-style=v1]')).not.toBe(await ground('label[data-style=v2]'));
	});
});
