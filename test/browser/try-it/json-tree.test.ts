import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeAnswer, response, sendNext } from './describe-answer.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describeAnswer('A JSON body', ({ open, api, complaints }) => {
	it('keeps every digit', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/things` });
		expect(await page.getByRole('treeitem').allTextContents()).toEqual([
			'[1]',
			'0: {3}',
			'id: 1',
			'name: "pen"',
			'price: 12345678901234567890.10',
		]);
	});

	it('is read, folded and copied by keys alone', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/things` });
		await page.getByRole('tree', { name: 'Body' }).waitFor();
		await page.getByRole('searchbox', { name: 'Search the body' }).focus();
		await page.keyboard.press('Tab');
		expect(await focused(page)).toBe('[1]');
		for (const [key, then] of [
			['ArrowDown', '0: {3}'],
			['ArrowRight', 'id: 1'],
			['End', 'price: 12345678901234567890.10'],
			['ArrowLeft', '0: {3}'],
			['ArrowLeft', '0: {3}'],
			['ArrowDown', '0: {3}'],
			['ArrowRight', '0: {3}'],
			['ArrowRight', 'id: 1'],
			['ArrowDown', 'name: "pen"'],
		] as const) {
			await page.keyboard.press(key);
			expect(await focused(page), key).toBe(then);
		}
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByRole('status').filter({ hasText: 'Copied the path' }).waitFor({ state: 'attached' });
		expect(await clipboard(page)).toBe('$[0].name');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByRole('status').filter({ hasText: 'Copied the value' }).waitFor({ state: 'attached' });
		expect(await clipboard(page)).toBe('pen');
	});

	it('of 5 MB is shown, searched and unfolded with few lines in the page', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/big`, operationId: 'listThings' });
		await page.getByRole('treeitem', { name: 'objects: [25000]' }).waitFor();
		await page.getByRole('searchbox', { name: 'Search the body' }).fill('NUMBER 23456');
		await response(page).getByText('1 of 1').waitFor();
		const found = page.getByRole('treeitem', { selected: true }).filter({ hasText: 'thing number' });
		await found.waitFor();
		expect(await found.textContent()).toBe('name: "thing number 23456"');
		expect(await response(page).locator('.json-path code').textContent()).toBe('$.objects[23456].name');
		expect(await page.getByRole('treeitem').count()).toBeLessThan(320);
		await response(page).getByText('It is of type object; documented is array.').waitFor();
		await page.getByRole('button', { name: 'Raw' }).click();
		expect(await response(page).locator('mark').textContent()).toBe('number 23456');
		await page.getByRole('searchbox', { name: 'Search the body' }).fill('');
		await page.getByRole('button', { name: 'Show more' }).click();
		expect((await response(page).locator('pre').textContent())?.length).toBe(200_000);
		expect(complaints).toEqual([]);
	});

	it('goes through what is found, forth and back', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/wrong` });
		const field = page.getByRole('searchbox', { name: 'Search the body' });
		await field.fill('id');
		for (const [then, key] of [
			['$[0].id', 'Enter'],
			['$[0].next.id', 'Enter'],
			['$[1].id', 'Enter'],
			['$[0].id', 'Shift+Enter'],
			['$[1].id', 'Enter'],
		] as const) {
			await response(page).locator('.json-path').getByText(then, { exact: true }).waitFor();
			await field.press(key);
		}
		await field.fill('nowhere');
		await response(page).getByText('Not found').waitFor();
		expect(await focused(page)).toBe('');
	});
});
