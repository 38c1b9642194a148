import { expect, it } from 'vitest';
import { describeAnswer, response, sendNext } from './describe-answer.ts';

const CANARY = 'canary-5f1c9d';

describeAnswer('The history', ({ open, api }) => {
	it('shows an answer again, and has a request sent again', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/teapot`, values: { thing: 'pen' } });
		await response(page).getByText('short and stout').waitFor();
		await sendNext(page, { url: `${api().origin}/things` });
		await page.getByRole('tree').waitFor();
		await page.getByText('Last requests of this tab (2)').click();
		await page.getByRole('button', { name: 'Show GET /anything, just now' }).nth(1).click();
		await response(page).getByText('short and stout').waitFor();
		await page.getByRole('button', { name: 'Send again GET /anything, just now' }).nth(1).click();
		await page.getByText('Last requests of this tab (3)').waitFor();
		expect(await page.evaluate(() => window.replayed)).toMatchObject([
			{ task: 'getAnything', values: { thing: 'pen' } },
		]);
	});

	it('leads to the page of another operation', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/things`, operationId: 'listThings' });
		await page.getByRole('tree').waitFor();
		await sendNext(page, { url: `${api().origin}/teapot` });
		await response(page).getByText('short and stout').waitFor();
		await page.getByText('Last requests of this tab (2)').click();
		const link = page.getByRole('link', { name: 'Open the page of GET /things' });
		expect(await link.getAttribute('href')).toBe('/things/listThings/');
	});

	it('survives a reload without answers, and without a secret anywhere', async () => {
		const page = await open();
		const request = {
			method: 'GET',
			url: `${api().origin}/things?key=${CANARY}`,
			headers: [['Authorization', `Bearer ${CANARY}`]] as [string, string][],
		};
		const credentials = { auth_id: 'MA', auth_token: CANARY };
		const values = { auth_token: CANARY, note: `it is ${CANARY}`, color: 'red' };
		await sendNext(page, { url: '', request, operationId: 'listThings', values, credentials });
		await page.getByRole('tree').waitFor();
		await page.getByText('Last requests of this tab (1)').waitFor();
		const kept = () =>
			page.evaluate(() =>
				JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href, document.cookie, history.state]),
			);
		expect(await page.evaluate(() => sessionStorage.getItem('specimen-try-it'))).toContain('"values":{"color":"red"}');
		expect(await kept()).not.toContain(CANARY);
		expect(await page.content()).not.toContain(CANARY);
		await page.reload();
		await page.getByText('Last requests of this tab (1)').click();
		expect(await page.getByRole('button', { name: 'Show GET' }).count()).toBe(0);
		await page.getByRole('button', { name: 'Clear' }).click();
		await page.locator('summary:focus').getByText('Last requests of this tab (0)').waitFor();
		expect(await page.locator('.history-entry').count()).toBe(0);
		expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
	});
});

describeAnswer('The menu "Copy as…"', ({ open, api }) => {
	it('is worked by keys alone', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/teapot` });
		await response(page).getByText('short and stout').waitFor();
		const button = page.getByRole('button', { name: 'Copy as…' });
		await button.press('Enter');
		await page.getByRole('menuitem', { name: 'cURL' }).and(page.locator(':focus')).waitFor();
		await page.keyboard.press('Escape');
		expect(await page.getByRole('menu').count()).toBe(0);
		await page.keyboard.press('ArrowUp');
		await page.getByRole('menuitem', { name: 'Go' }).and(page.locator(':focus')).waitFor();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await page.getByRole('status').filter({ hasText: 'Copied the request as Python' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`python: ${api().origin}/teapot`);
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy as…');
	});
});
