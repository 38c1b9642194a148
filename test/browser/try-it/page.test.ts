import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations } from '../axe.ts';
import { sampleCode } from '../samples.ts';
import { describeInBrowser } from '../with-browser.ts';
import { servePage } from './serve-page.ts';

const REMOVE = '/plivo/remove-shortcode/?lang=python&style=v2';

/** The code that the page shows, once it holds the text. */
async function shownCode(page: Page, text: string): Promise<string> {
	const code = page.locator('.request-samples .panel:visible pre.code').filter({ hasText: text });
	await code.waitFor();
	return (await code.textContent()) ?? '';
}

async function openForm(page: Page): Promise<Locator> {
	const region = page.getByRole('region', { name: 'Try it' });
	if (!(await region.isVisible())) await page.getByRole('button', { name: 'Try it', exact: true }).click();
	await region.getByRole('button', { name: 'Send', exact: true }).waitFor();
	return region;
}

async function send(region: Locator): Promise<Locator> {
	await region.getByRole('button', { name: 'Send', exact: true }).click();
	return region.getByRole('region', { name: 'Response' });
}

describeInBrowser(
	'The try-it form',
	({ open }) => {
		it('sends its working values to the mock, untouched, and shows the answer', async () => {
			const page = await open(REMOVE);
			const region = await openForm(page);
			const response = await send(region);
			await response.getByText('200 OK').waitFor();
			await response.getByText('As documented').waitFor();
			expect(await page.locator('.request-samples .panel:visible pre.code').textContent()).toBe(
				sampleCode('removeShortcode', 'python', 'v2'),
			);
		});

		it('lets every language and style follow a field at once, and gives the sample back on Reset', async () => {
			const page = await open('/plivo/remove-shortcode/?lang=python&style=v1');
			const region = await openForm(page);
			await region.getByLabel('shortcode').fill(`4'4"4$4#{4}</script>`);
			expect(await shownCode(page, '</script>')).toContain(`remove_shortcode("4'4\\"4$4#{4}</script>")`);
			for (const [tab, literal] of [
				['Ruby', `"4'4\\"4$4\\#{4}</script>"`],
				['PHP', `'4\\'4"4$4#{4}</script>'`],
				['Go', `"4'4\\"4$4#{4}</script>"`],
			] as const) {
				await page.getByRole('tab', { name: tab, exact: true }).click();
				expect(await shownCode(page, '</script>'), tab).toContain(literal);
			}
			await page.getByRole('tab', { name: 'Python', exact: true }).click();
			await page.getByRole('radio', { name: 'HTTP' }).first().check();
			expect(await shownCode(page, '%3C%2Fscript%3E')).toContain('/Shortcode/4%274%224%244%23%7B4%7D%3C%2Fscript%3E/');
			await region.getByRole('button', { name: 'Reset', exact: true }).click();
			expect(await shownCode(page, '<shortcode>')).toBe(sampleCode('removeShortcode', 'python', 'http'));
		});

		it('colours what it wrote, without a script or style that the policy forbids', async () => {
			const page = await open(REMOVE);
			const refused: string[] = [];
			page.on('console', (message) => {
				if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
			});
			const region = await openForm(page);
			await region.getByLabel('shortcode').fill('444444');
			await page.locator('.request-samples .panel:visible pre.code i.s', { hasText: '"444444"' }).waitFor();
			expect(refused).toEqual([]);
		});

		it('shows an optional value when it is set, and lets it go when it is cleared', async () => {
			const page = await open('/plivo/list-numbers/?lang=python&style=v2');
			const region = await openForm(page);
			await region.getByLabel('limit').fill('7');
			expect(await shownCode(page, 'limit=7')).toContain('limit=7');
			await region.getByLabel('limit').fill('');
			await page.waitForFunction(
				() => !document.querySelector('.panel:not([hidden])')?.textContent?.includes('limit=7'),
			);
		});

		it('marks what is required or wrong, sends nothing, and puts the focus there', async () => {
			const page = await open('/plivo/list-numbers/?lang=python&style=v2');
			const region = await openForm(page);
			const sent: string[] = [];
			page.on('request', (request) => request.url().includes('/mock/') && sent.push(request.url()));
			await region.getByLabel('limit').fill('many');
			await region.getByText('A whole number is needed.').waitFor();
			await region.getByRole('button', { name: 'Send', exact: true }).click();
			await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
			expect(sent).toEqual([]);
		});

		it('keeps fields and JSON in step, and marks in the JSON what departs from the schema', async () => {
			const page = await open('/plivo/create-powerpack/?lang=python&style=v2');
			const region = await openForm(page);
			await region.getByLabel('name string').fill('A "new" one');
			await region.getByRole('button', { name: 'Edit as JSON' }).click();
			const editor = region.getByRole('textbox', { name: 'body as JSON' });
			await editor.filter({ hasText: '"A \\"new\\" one"' }).waitFor();
			await editor.click();
			await page.keyboard.press('ControlOrMeta+A');
			await page.keyboard.insertText('{"name": 5, "sticky_sender": false}');
			expect(await shownCode(page, 'sticky_sender=False')).not.toContain('local_connect');
			await region.locator('.cm-lintRange-warning').first().waitFor();
			await region.getByRole('button', { name: 'Edit as JSON' }).click();
			expect(await region.getByLabel('sticky_sender').inputValue()).toBe('false');
			expect(await region.getByLabel('local_connect').inputValue()).toBe('');
		});

		it('starts from a named example', async () => {
			const page = await open('/plivo/list-numbers/?lang=shell&style=http');
			const region = await openForm(page);
			const before = await region.getByLabel('limit').inputValue();
			const names = await region.getByLabel('Start from').locator('option').allTextContents();
			await region.getByLabel('Start from').selectOption({ index: names.length - 1 });
			expect(await region.getByLabel('limit').inputValue()).not.toBe(before);
		});

		it('makes a link that carries values but no credentials, and that sends nothing by itself', async () => {
			const page = await open(REMOVE, { permissions: ['clipboard-read', 'clipboard-write'] });
			const region = await openForm(page);
			await region.getByLabel('auth_token').fill('canary-token');
			await region.getByLabel('shortcode').fill('a&b');
			await region.getByRole('button', { name: 'Copy link' }).click();
			await region.getByText('Copied a link').waitFor();
			const link = await page.evaluate(() => navigator.clipboard.readText());
			expect(link).not.toContain('canary-token');
			const other = await page.context().newPage();
			const sent: string[] = [];
			other.on('request', (request) => request.url().includes('/mock/') && sent.push(request.url()));
			await other.goto(link);
			const field = other.getByRole('region', { name: 'Try it' }).getByLabel('shortcode');
			await field.waitFor();
			expect(await field.inputValue()).toBe('a&b');
			expect(await shownCode(other, 'a&b')).toContain('"a&b"');
			expect(sent).toEqual([]);
		});

		it('tells a wrong token, and keeps no secret in storage, address or history', async () => {
			const page = await open(REMOVE);
			const region = await openForm(page);
			await region.getByLabel('auth_id').fill('canary-id');
			await region.getByLabel('auth_token').fill('invalid');
			const response = await send(region);
			await response.getByText(/401/).first().waitFor();
			const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href);
			expect(kept).not.toContain('canary-id');
		});

		it('copies the request as cURL, to where it went', async () => {
			const page = await open(REMOVE, { permissions: ['clipboard-read', 'clipboard-write'] });
			const region = await openForm(page);
			const response = await send(region);
			await response.getByText('200 OK').waitFor();
			await response.getByRole('button', { name: 'Copy as…' }).click();
			await page.getByRole('menuitem', { name: 'cURL' }).click();
			await response.getByText('Copied the request as cURL').first().waitFor();
			const text = await page.evaluate(() => navigator.clipboard.readText());
			expect(text).toContain(`${new URL(page.url()).origin}/mock/plivo/v1/Account/$auth_id/`);
		});

		it('sends again what the history holds', async () => {
			const page = await open(REMOVE);
			const region = await openForm(page);
			await region.getByLabel('shortcode').fill('666666');
			// The mock's pool does not hold it.
			await (await send(region)).getByText(/^404/).first().waitFor();
			await region.getByRole('button', { name: 'Reset', exact: true }).click();
			await region.getByText(/Last requests of this tab/).click();
			const [request] = await Promise.all([
				page.waitForRequest((each) => each.url().includes('/mock/')),
				region
					.locator('.try-history')
					.getByRole('button', { name: /Send again/ })
					.first()
					.click(),
			]);
			expect(request.url()).toContain('/Shortcode/666666/');
		});

		it('asks before a real call that cannot be taken back, names what it acts on, and sends nothing unless told to', async () => {
			const page = await open(REMOVE);
			const sent: string[] = [];
			page.on('request', (request) => request.url().includes('api.plivo.com') && sent.push(request.url()));
			const region = await openForm(page);
			await region.getByLabel('Send to').selectOption('https://api.plivo.com/v1');
			const pool = 'ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f';
			for (const name of ['auth_id', 'auth_token', 'shortcode']) await region.getByLabel(name).fill('mine');
			await region.getByLabel('number_pool_uuid').fill(pool);
			await region.getByRole('button', { name: 'Send', exact: true }).click();
			const dialog = page.getByRole('dialog', { name: 'This is the real API' });
			await dialog
				.getByText(`DELETE https://api.plivo.com/v1/Account/mine/NumberPool/${pool}/Shortcode/mine/`)
				.waitFor();
			expect(await axeViolations(page)).toEqual([]);
			await dialog.getByRole('button', { name: 'Do not send' }).click();
			await dialog.waitFor({ state: 'detached' });
			expect(sent).toEqual([]);
		});

		it('works with the keyboard alone', async () => {
			const page = await open(REMOVE);
			await page.getByRole('button', { name: 'Try it', exact: true }).focus();
			await page.keyboard.press('Enter');
			const region = page.getByRole('region', { name: 'Try it' });
			await region.getByRole('heading', { name: 'Try it' }).waitFor();
			for (let step = 0; step < 20; step++) {
				const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
				if (name === 'Send') break;
				await page.keyboard.press('Tab');
			}
			await page.keyboard.press('Enter');
			await region.getByRole('region', { name: 'Response' }).getByText('200 OK').waitFor();
		});

		describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
			it.each([1440, 320])('has no accessibility fault at %i px, and does not overflow', async (width) => {
				const page = await open('/plivo/create-powerpack/', { colorScheme, viewport: { width, height: 900 } });
				const region = await openForm(page);
				await (await send(region)).getByText('As documented').waitFor();
				await page.getByRole('button', { name: 'Your values' }).first().click();
				await page.getByRole('group', { name: 'Your values' }).first().getByLabel('auth_id').waitFor();
				expect(await axeViolations(page)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			});
		});
	},
	servePage,
);
