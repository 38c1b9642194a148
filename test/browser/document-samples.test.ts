import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeInBrowser, shownText } from './with-browser.ts';

describeInBrowser('Samples that the document brings along', ({ open, directory }) => {
	it('stand apart as what nobody proved, in the colours of their language', async () => {
		const page = await open('/plivo/find-number/');
		const section = page.locator('.document-samples');
		expect(await shownText(section)).toContain('none of them was proven');
		await section.getByText('Rust by hand').click();
		expect(await section.locator('pre:visible').textContent()).toBe('fn main() { println!("<b>hi</b>"); }\n');
		expect(await section.locator('pre:visible .k').first().textContent()).toMatch(/^fn\b/);
	});

	it('are text, whatever they hold', async () => {
		const page = await open('/plivo/find-number/');
		const other = page.locator('.document-samples details').nth(1);
		expect(await other.locator('summary').textContent()).toBe('</code><script>alert(1)</script>');
		expect(await other.locator('pre').textContent()).toBe('plain </code>\n');
		expect(await page.locator('.document-samples script').count()).toBe(0);
	});

	it('stand in the Markdown, and only where there are any', async () => {
		const read = (file: string) => readFileSync(join(directory(), 'plivo', file), 'utf8');
		expect(read('find-number.md')).toContain('### Rust by hand\n\n```rust\nfn main()');
		expect(read('remove-shortcode.md')).not.toContain('Samples of the OpenAPI document');
	});
});
