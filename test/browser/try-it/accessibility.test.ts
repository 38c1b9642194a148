import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../axe.ts';
import { describeAnswer, response, sendNext } from './describe-answer.ts';

/** What the panel shows, by what is sent, and what has to be seen before it is looked at. */
const SHOWN: readonly { path: string; seen: string; operationId?: string }[] = [
	{ path: '/things', seen: 'As documented.', operationId: 'listThings' },
	{ path: '/wrong', seen: 'The answer is not as documented.', operationId: 'listThings' },
	{ path: '/closed', seen: 'cannot be reached' },
	{ path: '/slow', seen: 'Waiting for the answer' },
	{ path: '/html', seen: 'text/html' },
	{ path: '/picture', seen: 'image/png' },
	{ path: '/file', seen: 'that a page cannot show' },
	{ path: '/events', seen: 'more may come' },
];
type Look = readonly [colorScheme: 'light' | 'dark', width: number];
const LOOKS: readonly Look[] = [
	['light', 320],
	['dark', 1440],
];
const OTHER_LOOKS: readonly Look[] = [
	['dark', 320],
	['light', 1440],
];

async function check(page: Page, looks: readonly Look[]): Promise<void> {
	for (const [colorScheme, width] of looks) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		expect(await axeViolations(page), `${colorScheme}, ${width}`).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
}

describeAnswer('axe', ({ open, api }) => {
	for (const { path, seen, operationId } of SHOWN) {
		it(`finds nothing in the answer of ${path}, light and dark, from 320 px to wide`, async () => {
			const page = await open();
			await sendNext(page, { url: api().origin + path, ...(operationId ? { operationId } : {}) });
			await response(page).getByText(seen).filter({ visible: true }).first().waitFor();
			if (path === '/events') {
				api().open.get(path)?.write('event: tick\nid: 1\ndata: {"n":1}\n\n');
				await response(page).getByText('1 event,').waitFor();
			}
			await check(page, LOOKS);
		});
	}

	it('finds nothing in 401, the open menu, unfolded headers, places found and the history', async () => {
		const page = await open();
		const headers: [string, string][] = [['Authorization', 'Basic aWQ6aW52YWxpZA==']];
		const request = { method: 'GET', url: '/mock/v1/things', headers };
		await sendNext(page, { url: '', way: 'mock', operationId: 'listThings', request });
		await response(page).getByText('What to check:').waitFor();
		await response(page).locator('.answer-headers summary').click();
		await page.getByText('Last requests of this tab').click();
		await page.getByRole('searchbox', { name: 'Search the body' }).fill('o');
		await response(page).getByText('1 of').waitFor();
		await page.getByRole('button', { name: 'Copy as…' }).click();
		await check(page, [...LOOKS, ...OTHER_LOOKS]);
	});
});
