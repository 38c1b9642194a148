import { expect, it } from 'vitest';
import { describeInBrowser, shownText } from './with-browser.ts';

describeInBrowser('The page of an operation', ({ open, origin }) => {
	it('has every element of a reference page', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const main = page.getByRole('main');
		expect(await main.getByRole('heading').allInnerTexts()).toEqual([
			'Remove a short code',
			'API Endpoint',
			'Example Request',
			'Path parameters',
			'Arguments',
			'Returns',
			'Response',
			'HTTP Status Code: 200',
			'Subscribe to updates',
		]);
		const text = await shownText(main);
		expect(text).toContain('No arguments need to be passed.');
		expect(text.replaceAll(/\s/g, '')).toContain(
			'DELETEhttps://api.plivo.com/v1/Account/{auth_id}/NumberPool/{number_pool_uuid}/Shortcode/{shortcode}/',
		);
		expect(await main.locator('.answer:visible pre code').textContent()).toBe(
			'{\n  "api_id": "c378d44c-0a89-11ea-b072-0242ac110007",\n  "response": "success"\n}',
		);
	});

	it('lists the path parameters in a table of their own, and links the address to them', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const rows = page.getByRole('table', { name: 'Path parameters' }).getByRole('rowheader');
		expect((await rows.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual([
			'auth_id',
			'number_pool_uuid',
			'shortcode',
		]);
		await page.getByRole('link', { name: '{shortcode}' }).click();
		expect(new URL(page.url()).hash).toBe('#shortcode');
	});

	it('lists arguments with their type, limits and examples', async () => {
		const page = await open('/plivo/list-numbers/');
		const table = page.getByRole('table', { name: 'Arguments: Query' });
		expect(await shownText(table.getByRole('row', { name: /^limit/ }))).toMatch(
			/limit\s+integer\s+How many results a page holds, from 1 to 20\.\s+Default\s+20\s+Range\s+1 to 20\s+Example\s+5/,
		);
		expect(await shownText(table.getByRole('row', { name: /^type/ }))).toMatch(/Allowed\s+fixed\s+mobile\s+toll-free/);
	});

	it('opens nested attributes', async () => {
		const page = await open('/plivo/create-powerpack/');
		const body = page.getByRole('table', { name: 'Arguments: Body' });
		expect(await shownText(body.getByRole('row', { name: /^name/ }).first())).toContain('required');
		await body.locator('summary', { hasText: 'Attributes of number_priority' }).click();
		const nested = page.getByRole('table', { name: 'Attributes of number_priority' }).first();
		expect(await shownText(nested)).toContain('country_iso');
	});

	it('shows each documented answer with what to do about it', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const list = page.getByRole('tablist', { name: 'Status code' });
		expect(await list.getByRole('tab').allInnerTexts()).toEqual(['200', '401', '404', '429']);
		await list.getByRole('tab', { name: '200' }).focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		const panel = page.getByRole('tabpanel', { name: '404' });
		expect(await shownText(panel)).toContain('What to do: List the short codes in the pool');
		expect(await shownText(panel)).toContain('"error": "not found"');
	});

	it('says what the call destroys, and how to undo one that can be undone', async () => {
		const removal = await open('/plivo/remove-shortcode/');
		expect(await shownText(removal.getByRole('main'))).toContain('this API has no call that links it again');
		const creation = await open('/plivo/create-powerpack/');
		expect(await creation.locator('.undo').getByRole('link').getAttribute('href')).toBe('/plivo/delete-powerpack/');
	});

	it('says where each identifier comes from, those of the SDKs too', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const text = await shownText(page.locator('.parameters'));
		expect(text).toContain('It is the last part of a Powerpack');
		expect(text).toContain(
			"The SDKs take powerpack_uuid in place of number_pool_uuid: The Powerpack's UUID. Creating or listing Powerpacks returns it as uuid.",
		);
		expect(await (await fetch(`${origin()}/plivo/remove-shortcode.md`)).text()).toContain(
			'The SDKs take `powerpack_uuid` in place of `number_pool_uuid`: ',
		);
		await page.goto(`${origin()}/plivo/get-number-pool/`);
		expect(await page.locator('.identifier').count()).toBe(0);
	});

	it('says what a request needs to be let in', async () => {
		const page = await open('/plivo/remove-shortcode/');
		expect(await shownText(page.locator('.parameters'))).toContain(
			'Authorization: HTTP Basic with auth_id as the user name and auth_token as the password.',
		);
	});

	it('marks what is deprecated, where it stands and where it is listed', async () => {
		const page = await open('/plivo/find-number/');
		expect(await shownText(page.getByRole('main'))).toContain('This operation is deprecated.');
		const entry = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
		expect(await shownText(entry)).toContain('deprecated');
		await page.goto(`${origin()}/plivo/`);
		expect(await shownText(page.getByRole('listitem').filter({ hasText: 'Find a number' }).last())).toContain(
			'deprecated',
		);
	});

	it('names the install line with the version of the SDK', async () => {
		const page = await open('/plivo/remove-shortcode/?lang=ruby&style=v1');
		expect(await shownText(page.locator('.panel:visible .install'))).toMatch(/gem install plivo -v \d+\.\d+\.\d+/);
	});

	it('shows what an SDK cannot pass', async () => {
		const page = await open('/plivo/create-powerpack/?lang=java&style=v1');
		expect(await shownText(page.locator('.panel:visible .remarks'))).toContain('sticky_sender is not sent');
	});

	it('leads to its resource, the page before and the page after', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
		expect(await crumbs.getByRole('link', { name: 'Short code' }).getAttribute('href')).toBe('/plivo/#short-code');
		const around = page.getByRole('navigation', { name: 'Previous and next' });
		expect(await around.getByRole('link').allInnerTexts()).toEqual([
			expect.stringContaining('Find a short code'),
			expect.stringContaining('Toll-free object'),
		]);
	});

	it('stands in the navigation beside all other operations', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const navigation = page.getByRole('navigation', { name: 'Main' });
		expect(await shownText(navigation.locator('[aria-current]'))).toMatch(/Remove a short code\s+DELETE/);
		expect(await navigation.getByRole('link').count()).toBeGreaterThan(19);
	});

	it('is there as Markdown', async () => {
		const answer = await fetch(`${origin()}/plivo/remove-shortcode.md`);
		expect(answer.headers.get('content-type')).toContain('text/markdown');
		const text = await answer.text();
		expect(text).toMatch(/^# Remove a short code\n/);
		expect(text).toContain('No arguments need to be passed.');
		expect(text).toContain('### Go, Version 2\n\nNot available: plivo-go v7 has no NumberPool type');
	});
});
