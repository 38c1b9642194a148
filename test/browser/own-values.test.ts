import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleCode } from './samples.ts';
import { describeInBrowser } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/?lang=python&style=v1';
const HOSTILE = `a'b"c$d#{e}\\</script>`;

async function openValues(page: Page) {
	await page.getByRole('button', { name: 'Your values' }).first().click();
	const group = page.getByRole('group', { name: 'Your values' }).first();
	await group.getByLabel('auth_id').waitFor();
	return group;
}

async function shownCode(page: Page, text: string): Promise<string> {
	const code = page.locator('.panel:visible pre.code').filter({ hasText: text }).first();
	await code.waitFor();
	return (await code.textContent()) ?? '';
}

describeInBrowser("The reader's values", ({ open }) => {
	it('fill the samples of every page, printed by each language, and are sent nowhere', async () => {
		const page = await open(PAGE);
		const group = await openValues(page);
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
		await group.getByLabel('auth_id').fill(HOSTILE);
		await group.getByLabel('powerpack_uuid').fill('canary-uuid');
		expect(await shownCode(page, 'canary-uuid')).toContain(`auth_id="a'b\\"c$d#{e}\\\\</script>"`);
		await page.goto(new URL('/plivo/list-numbers/?lang=ruby&style=v2', page.url()).href);
		expect(await shownCode(page, 'canary-uuid')).toContain(`"a'b\\"c$d\\#{e}\\\\</script>"`);
		await page.goto(new URL('/guides/authentication/?lang=php&style=http', page.url()).href);
		expect(await shownCode(page, '</script>')).toContain(`'a\\'b"c$d#{e}\\\\</script>'`);
		expect(requests.filter((request) => request.includes('canary'))).toEqual([]);
	});

	it('are forgotten with the tab, unless the reader asks to be remembered', async () => {
		const page = await open(PAGE);
		const group = await openValues(page);
		await group.getByLabel('auth_id').fill('MAOWN');
		const second = await page.context().newPage();
		await second.goto(page.url());
		expect(await second.locator('.panel:visible pre.code').first().textContent()).toContain('"<auth_id>"');
		await group.getByLabel('Remember on this device').check();
		await second.reload();
		expect(await shownCode(second, 'MAOWN')).toContain('auth_id="MAOWN"');
		await group.getByRole('button', { name: 'Clear' }).click();
		expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('specimen-values');
		await page.waitForFunction(() => !document.body.textContent?.includes('"MAOWN"'));
		expect(await page.locator('.panel:visible pre.code').first().textContent()).toBe(
			sampleCode('removeShortcode', 'python', 'v1'),
		);
	});

	it('can be left to the environment', async () => {
		const page = await open(PAGE);
		const group = await openValues(page);
		await group.getByLabel('auth_id').fill('MAOWN');
		await group.getByLabel('Read credentials from the environment').check();
		expect(await shownCode(page, 'PLIVO_AUTH_ID')).not.toContain('MAOWN');
		await page.getByRole('tab', { name: 'Go', exact: true }).click();
		expect(await shownCode(page, 'PLIVO_AUTH_ID')).toContain('os.');
	});

	it('go along when the sample is copied', async () => {
		const page = await open(PAGE, { permissions: ['clipboard-read', 'clipboard-write'] });
		const group = await openValues(page);
		await group.getByLabel('shortcode').fill('777777');
		await shownCode(page, '777777');
		const proof = page.locator('.panel:visible .proof > p').first();
		expect(await proof.evaluate((each) => getComputedStyle(each, '::after').content)).toContain('not with yours');
		await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
		await page.getByRole('button', { name: 'Copied' }).first().waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('remove_shortcode("777777")');
	});
});
