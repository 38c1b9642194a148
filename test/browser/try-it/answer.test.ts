import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shownText } from '../with-browser.ts';
import { describeAnswer, response, sendNext } from './describe-answer.ts';

describeAnswer('The answer', ({ open, api, complaints }) => {
	it('says status, time, size and where it came from, and that it is as documented', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/things`, operationId: 'listThings' });
		const line = response(page).locator('.answer-status');
		await line.waitFor();
		expect(await shownText(line)).toMatch(/^200 OK\s+\d+ ms\s+55 B\s+from the API$/);
		await response(page).getByText('All things, as a list.').waitFor();
		await response(page).getByText('As documented.').waitFor();
		await response(page).getByText('2 headers').click();
		await response(page).getByRole('rowheader', { name: 'x-request-id' }).waitFor();
		expect(complaints).toEqual([]);
	});

	it('is announced once it is there, while the focus stays on Send', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/things` });
		await page.getByRole('status').filter({ hasText: 'Response: 200 OK' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send');
		expect(await page.getByRole('status').count()).toBe(1);
		await page.evaluate(() => document.querySelector<HTMLElement>('#try-it-response')?.focus());
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Response');
	});

	it('says what it measured on the wire, where the API lets pages know', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/zipped` });
		await response(page)
			.locator('.answer-status')
			.getByText(/^20\.0 kB \(\d+ B over the wire\)$/)
			.waitFor();
	});

	it('of 401 says what to check, from the document and from what is known', async () => {
		const page = await open();
		const request = { method: 'GET', url: '/mock/v1/things', headers: [['Authorization', 'Basic aWQ6aW52YWxpZA==']] };
		await sendNext(page, { url: '', way: 'mock', operationId: 'listThings', request: request as never });
		await response(page).getByText('401 Unauthorized').waitFor();
		const text = await shownText(response(page));
		expect(text).toContain('What to do: Copy auth_token from your account again.');
		expect(text).toContain('Whether auth_id and auth_token are filled in');
		expect(text).toContain('The mock takes any credentials that are not empty, except invalid.');
		expect(text).toContain('from the mock');
	});

	it('comes through the proxy', async () => {
		const page = await open();
		const proxied = { api: 'things', task: 'x', server: 'https://x.example', values: {}, credentials: {} };
		await sendNext(page, { url: 'https://x.example/', way: 'proxy', operationId: 'listThings', proxied });
		await response(page).getByText('(17 B over the wire)').waitFor();
		expect(await shownText(response(page).locator('.answer-status'))).toContain('41 ms');
	});

	it('names each place that is not as documented, and goes there', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/wrong`, operationId: 'listThings' });
		const notice = response(page).locator('.notice');
		await notice.getByRole('button', { name: '$[0].next', exact: true }).waitFor();
		await page.getByRole('status').getByText('The answer is not as documented').waitFor({ state: 'attached' });
		expect(await notice.getByRole('listitem').allInnerTexts()).toEqual([
			'$[0] It lacks the required property name.',
			'$[0].id It is of type string; documented is integer.',
			'$[0].next It lacks the required property name.',
		]);
		await notice.getByRole('button', { name: '$[0].next', exact: true }).click();
		await page.getByRole('treeitem', { name: 'next: {1}', selected: true }).and(page.locator(':focus')).waitFor();
	});

	it('says where status or media type are not documented', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/teapot`, operationId: 'listThings' });
		await response(page).getByText('Status 418 is not documented').waitFor();
		await sendNext(page, { url: `${api().origin}/html`, operationId: 'listThings' });
		await response(page).getByText("The body's media type is text/html; documented is application/json.").waitFor();
	});

	it('shows HTML as text', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/html` });
		expect(await response(page).locator('pre').textContent()).toContain('<h1 onclick="x()">Hi</h1><script>');
		expect(await page.title()).toBe('Try it');
	});

	it('shows pictures, drawings inert', async () => {
		const page = await open();
		for (const path of ['/picture', '/drawing']) {
			await sendNext(page, { url: api().origin + path });
			const picture = response(page).getByRole('img', { name: 'Body of the response' });
			await picture.waitFor();
			await page.waitForFunction(() => (document.querySelector('.image-view') as HTMLImageElement).naturalWidth > 0);
		}
		expect(await response(page).locator('svg').count()).toBe(0);
		expect(await page.title()).toBe('Try it');
		await page.getByRole('button', { name: 'Raw' }).click();
		expect(await response(page).locator('pre').textContent()).toContain('<svg');
		expect(complaints).toEqual([]);
	});

	it('lets a file be saved', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/file` });
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Download' }).click(),
		]);
		expect(download.suggestedFilename()).toBe('response.zip');
		expect(readFileSync(await download.path())).toEqual(Buffer.from('PK\u0003\u0004'));
	});

	it('shows what only claims to be JSON as text', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/no-json` });
		await response(page).getByText('It says it is JSON, and is not').waitFor();
		expect(await response(page).locator('pre').textContent()).toBe('{"a": oops}');
	});

	it('shows events as they arrive, until they end', async () => {
		const page = await open();
		await sendNext(page, { url: `${api().origin}/events` });
		await response(page).getByText('0 events, more may come').waitFor();
		const stream = api().open.get('/events');
		stream?.write('event: tick\ndata: {"n":1}\n\n');
		await response(page).getByText('1 event, more may come').waitFor();
		stream?.write('data: two\n\ndata: cut');
		await response(page).getByText('2 events, more may come').waitFor();
		expect(await response(page).locator('.event-data').allTextContents()).toEqual(['{"n":1}', 'two']);
		stream?.end();
		await response(page).getByText('2 events', { exact: true }).waitFor();
	});

	it('says which headers the browser did not send', async () => {
		const page = await open();
		const headers = [
			['Cookie', 'a=b'],
			['X-Told', 'yes'],
		];
		api().asked.length = 0;
		await sendNext(page, { url: '', request: { method: 'GET', url: `${api().origin}/things`, headers } as never });
		await response(page).getByText('The browser did not send the header Cookie').waitFor();
		const sent = api().asked.at(-1)?.headers;
		expect(sent).toContain('x-told');
		expect(sent).not.toContain('cookie');
		expect(sent).not.toContain('referer');
	});
});
