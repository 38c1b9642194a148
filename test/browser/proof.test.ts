import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PRINTED } from './proof-record.ts';
import { describeInBrowser, shownText } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/';
const LIVE = 'the live API was not contacted.';
const CASES = [
	{ lang: 'python', style: 'v1', says: `Sends the documented request with plivo 4.59.6 on Python 3.11.7; ${LIVE}` },
	{
		lang: 'python',
		style: 'v2',
		says: `Sends the documented request with plivo 4.59.6 (a local copy of the SDK) on Python 3.11.7; ${LIVE}`,
	},
	{ lang: 'python', style: 'http', says: `Sends the documented request, run with Python 3.11.7; ${LIVE}` },
	{ lang: 'ruby', style: 'v1', says: 'Compiles with plivo 4.59.6 on Python 3.11.7; it was not run.' },
	{ lang: 'ruby', style: 'v2', says: 'Parses; it was neither compiled nor run.' },
	{ lang: 'node', style: 'v1', says: 'Not verified: node is not installed.' },
	{ lang: 'node', style: 'v2', says: 'Not verified against the SDK itself.' },
	{ lang: 'php', style: 'v1', says: `Sends the documented request with plivo 4.59.6 on Python 3.11.7; ${LIVE}` },
	{ lang: 'go', style: 'http', says: 'The last proof of this sample failed.' },
];

const proof = (page: Page) => page.locator('.samples .panel:visible .proof');

describeInBrowser('The proof beside a sample', ({ open, origin }) => {
	it('claims what was done, and no more', async () => {
		const page = await open(PAGE);
		for (const { lang, style, says } of CASES) {
			await page.goto(`${origin()}${PAGE}?lang=${lang}&style=${style}`);
			expect(await shownText(proof(page).locator('p')), `${lang} ${style}`).toBe(says);
		}
	});

	it('says the same in the Markdown', async () => {
		const text = await (await fetch(`${origin()}/plivo/remove-shortcode.md`)).text();
		for (const { says } of CASES) expect(text).toContain(`\n\n${says}\n`);
	});

	it('is silent about a sample that is not the one that was proven, and where the SDK has no call', async () => {
		const page = await open(`${PAGE}?lang=go&style=v1`);
		expect(await proof(page).count()).toBe(0);
		await page.getByRole('radio', { name: 'Version 2' }).check();
		expect(await proof(page).count()).toBe(0);
		expect(await page.content()).not.toContain('of another text');
	});

	it('tells a known issue, and tells it once', async () => {
		const page = await open(`${PAGE}?lang=php&style=v1`);
		const remarks = page.locator('.panel:visible .remarks');
		expect(await shownText(remarks)).toContain('Known issue: The SDK answers null.');
		await page.goto(`${origin()}/plivo/count-numbers/?lang=python&style=v1`);
		expect((await shownText(remarks)).match(/The SDK answers 0 where the request fails/g)).toHaveLength(1);
		await page.getByRole('radio', { name: 'HTTP' }).check();
		expect(await remarks.count()).toBe(0);
		const text = await (await fetch(`${origin()}/plivo/remove-shortcode.md`)).text();
		expect(text).toContain('\n\n- Known issue: The SDK answers `null`.\n');
	});

	it('folds what the sample prints, which needs no JavaScript', async () => {
		for (const javaScriptEnabled of [true, false]) {
			const page = await open(`${PAGE}?lang=python&style=v1`, { javaScriptEnabled });
			const prints = page.locator('.panel:visible .proof').first().locator('details');
			expect(await prints.locator('samp').isVisible()).toBe(false);
			await prints.getByText('Prints', { exact: true }).click();
			expect(await shownText(prints.locator('samp'))).toBe(PRINTED);
		}
	});

	it('leaves a sample that was not verified without an output', async () => {
		const page = await open(`${PAGE}?lang=node&style=v2`);
		expect(await proof(page).locator('details').count()).toBe(0);
	});

	it('fits a phone with its output unfolded, and leaves the code its room', async () => {
		const page = await open(`${PAGE}?lang=python&style=v1`, { viewport: { width: 320, height: 640 } });
		await proof(page).locator('summary').click();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		const wide = await open(`${PAGE}?lang=python&style=v1`, { viewport: { width: 1280, height: 720 } });
		await proof(wide).locator('summary').click();
		expect((await wide.locator('.panel:visible pre.code').boundingBox())?.height).toBeGreaterThan(90);
	});
});
