import { expect, it } from 'vitest';
import { describeInBrowser } from './with-browser.ts';

const PAGES = ['/', '/plivo/', '/plivo/remove-shortcode/', '/plivo/create-powerpack/', '/guides/errors/', '/404'];

/** Whether a reader sees what has the focus, or something covers it. */
function isFocusInSight(): boolean {
	const focused = document.activeElement;
	const box = focused?.getBoundingClientRect();
	if (!focused || !box) return false;
	const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
	return focused.contains(top) || top?.contains(focused) === true;
}

describeInBrowser('The layout', ({ open, origin }) => {
	it('fits 320 px, and with it 400% of 1280', async () => {
		const page = await open('/', { viewport: { width: 320, height: 640 } });
		for (const path of PAGES) {
			await page.goto(origin() + path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
		}
	});

	it('can be read and used at 400%: nothing covers what has the focus, and the search fits', async () => {
		const page = await open('/plivo/remove-shortcode/', { viewport: { width: 320, height: 256 } });
		await page.getByRole('tab', { name: 'Go' }).focus();
		await page.keyboard.press('ArrowRight');
		expect(await page.evaluate(isFocusInSight)).toBe(true);
		await page.getByRole('button', { name: 'Copy', exact: true }).focus();
		expect(await page.evaluate(isFocusInSight)).toBe(true);
		await page.evaluate(() => scrollTo(0, 0));
		await page.getByRole('button', { name: 'Search' }).click();
		const box = await page.getByRole('dialog', { name: 'Search' }).boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(256);
	});

	it('holds text of twice the size, with nothing cut off and nothing to scroll sideways', async () => {
		const page = await open('/');
		for (const path of PAGES) {
			for (const width of [1280, 640]) {
				await page.setViewportSize({ width, height: 720 });
				await page.goto(origin() + path);
				await page.evaluate(() => {
					document.documentElement.style.fontSize = '200%';
				});
				expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
				const cut = await page.evaluate(() =>
					[...document.querySelectorAll('button, select, summary, label, h1, h2, h3, .url-bar, .install-lines')]
						.filter(
							(each) => each.checkVisibility() && each.clientWidth > 1 && getComputedStyle(each).display !== 'inline',
						)
						.filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 4)
						.map((each) => each.outerHTML.slice(0, 80)),
				);
				expect(cut, `${path} ${width}`).toEqual([]);
			}
		}
	});

	it('shows method, address, install line and the call at 1280 x 720 without scrolling', async () => {
		const page = await open('/', { viewport: { width: 1280, height: 720 } });
		for (const lang of ['python', 'ruby', 'node', 'php', 'java', 'csharp', 'go', 'shell']) {
			for (const style of ['v1', 'http']) {
				await page.goto(`${origin()}/plivo/remove-shortcode/?lang=${lang}&style=${style}`);
				const hidden = await page.evaluate(() => {
					const panel = [...document.querySelectorAll('.samples .panel')].find((each) => each.checkVisibility());
					const parts = [
						document.querySelector('.url-bar'),
						panel?.querySelector('.install'),
						...(panel?.querySelectorAll('.call') ?? []),
					];
					const code = panel?.querySelector('pre')?.getBoundingClientRect();
					return parts
						.map((part) => ({ text: part?.textContent, box: part?.getBoundingClientRect() }))
						.filter(({ box }) => !box || box.top < 0 || box.bottom > Math.min(innerHeight, code?.bottom ?? 0) + 1)
						.map(({ text }) => text);
				});
				expect(hidden, `${lang} ${style}`).toEqual([]);
			}
		}
	});

	it('puts the samples beside the prose where there is room, below it on a phone', async () => {
		const place = async (width: number) => {
			const page = await open('/plivo/remove-shortcode/', { viewport: { width, height: 844 } });
			const samples = await page.locator('.samples').boundingBox();
			const intro = await page.locator('.intro').boundingBox();
			return { samples, intro };
		};
		const wide = await place(1280);
		expect(wide.samples?.x).toBeGreaterThan((wide.intro?.x ?? 0) + (wide.intro?.width ?? 0));
		const narrow = await place(390);
		expect(narrow.samples?.x).toBe(narrow.intro?.x);
	});

	it('moves nothing below the samples when the choice changes', async () => {
		const page = await open('/plivo/remove-shortcode/');
		const top = async () => (await page.locator('.response').boundingBox())?.y;
		const before = await top();
		await page.getByRole('tab', { name: '.NET' }).click();
		await page.getByRole('radio', { name: 'HTTP' }).check();
		expect(await top()).toBe(before);
	});
});
