import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowser } from './with-browser.ts';

describeInBrowser('The picture of a page', ({ open, origin, directory }) => {
	it('is a PNG of the size that it says, on every kind of page', async () => {
		const page = await open('/');
		const pictures: Record<string, string> = {
			'/': '/picture.png',
			'/plivo/': '/plivo.png',
			'/plivo/objects/powerpack/': '/plivo.png',
			'/plivo/remove-shortcode/': '/plivo/remove-shortcode.png',
			'/guides/errors/': '/guides/errors.png',
		};
		for (const [path, picture] of Object.entries(pictures)) {
			await page.goto(origin() + path);
			const said = await page.evaluate(() =>
				Object.fromEntries(
					[...document.querySelectorAll('meta[property^="og:"], meta[name^="twitter:"]')].map((meta) => [
						meta.getAttribute('property') ?? meta.getAttribute('name'),
						meta.getAttribute('content'),
					]),
				),
			);
			expect(said, path).toMatchObject({
				'og:type': 'article',
				'og:title': expect.stringMatching(/./),
				'og:description': expect.stringMatching(/./),
				'og:image': picture,
				'og:image:width': '1200',
				'og:image:height': '630',
				'twitter:card': 'summary_large_image',
			});
			const png = readFileSync(join(directory(), picture));
			expect(png.subarray(1, 4).toString()).toBe('PNG');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
		}
	});

	it('lists the pages that are to be found, without those that have moved', () => {
		const pages = JSON.parse(readFileSync(join(directory(), '_specimen/pages.json'), 'utf8'));
		expect(pages).toContain('plivo/find-number/');
		expect(pages).not.toContain('plivo/seek-number/');
		expect(pages).not.toContain('404/');
		expect(JSON.parse(readFileSync(join(directory(), '_specimen/moved.json'), 'utf8'))).toEqual({
			'/plivo/look-up-number/': '/plivo/find-number/',
			'/plivo/seek-number/': '/plivo/find-number/',
		});
	});
});
