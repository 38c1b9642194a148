import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, shownText } from './with-browser.ts';

const PAGE = '/plivo/remove-shortcode/?style=v1&lang=';
const line = (page: Page) => shownText(page.locator('.panel:visible .install-lines'));
const manager = (page: Page) => page.locator('.panel:visible').getByRole('combobox', { name: 'Package manager' });

describeInBrowser('The install line', ({ open, origin }) => {
	it('is one line, of the usual package manager, until another is chosen', async () => {
		const page = await open(`${PAGE}python`);
		expect(await line(page)).toMatch(/^pip install plivo==[\d.]+$/);
		await manager(page).selectOption('uv');
		expect(await line(page)).toMatch(/^uv add plivo==[\d.]+$/);
	});

	it('remembers one choice for each language, on every page', async () => {
		const page = await open(`${PAGE}python`);
		await manager(page).selectOption('Poetry');
		await page.getByRole('tab', { name: 'Node' }).click();
		expect(await line(page)).toMatch(/^npm install/);
		await manager(page).selectOption('pnpm');
		await page.goto(`${origin()}/plivo/list-numbers/`);
		expect(await manager(page).inputValue()).toBe('pnpm');
		expect(await line(page)).toMatch(/^pnpm add/);
		await page.getByRole('tab', { name: 'Python' }).click();
		expect(await line(page)).toMatch(/^poetry add/);
	});

	it('can be taken as it stands, every line of it', async () => {
		const page = await open(`${PAGE}java`, { permissions: ['clipboard-read', 'clipboard-write'] });
		await manager(page).selectOption('Maven');
		await page.locator('.panel:visible').getByRole('button', { name: 'Take the install line' }).click();
		await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
			/^<dependency>\n {2}<groupId>com\.plivo<\/groupId>\n[\s\S]*<version>[\d.]+<\/version>\n<\/dependency>$/,
		);
	});

	it('offers no choice where there is none', async () => {
		const page = await open(`${PAGE}go`);
		expect(await manager(page).count()).toBe(0);
		expect(await line(page)).toMatch(/^go get /);
	});

	it('is that of every manager without JavaScript, and in the Markdown', async () => {
		const page = await open(`${PAGE}python`, { javaScriptEnabled: false });
		const lines = await shownText(page.locator('.install-lines').first());
		expect(lines.split('\n').map((text) => text.split(' ')[0])).toEqual(['pip', 'uv', 'poetry']);
		const markdown = await (await fetch(`${origin()}/plivo/remove-shortcode.md`)).text();
		expect(markdown).toContain('\n\nWith Maven:\n\n```\n<dependency>\n');
		for (const text of lines.split('\n')) expect(markdown).toContain(text);
	});
});
