import { expect, it } from 'vitest';
import { phraseHtml, plainProse, proseHtml } from '../../src/site/model/prose.ts';

it('reads a description as Markdown', () => {
	expect(phraseHtml('Pass `limit`, from *1* to 20.')).toBe('Pass <code>limit</code>, from <em>1</em> to 20.');
	expect(proseHtml('One.\n\nTwo.')).toBe('<p>One.</p>\n<p>Two.</p>\n');
});

it('shows HTML instead of running it, and lets no script into a link', () => {
	expect(proseHtml('<img src=x onerror=alert(1)> <b>x</b>')).not.toMatch(/<(img|b)/);
	expect(proseHtml('<script>alert(1)</script>')).not.toContain('<script');
	expect(proseHtml('[x](javascript:alert(1))')).toContain('href="#"');
	expect(proseHtml('[x](https://a.example/)')).toContain('href="https://a.example/"');
});

it('aligns the columns of a table without a style, which the policy forbids', () => {
	const html = proseHtml('| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |\n');
	expect(html).not.toContain('style');
	expect(html).toContain('<th>a</th>\n<th class="align-end">b</th>\n<th class="align-center">c</th>\n<th>d</th>');
	expect(html).toContain('<td class="align-end">2</td>');
});

it('takes the marks off for a search result', () => {
	expect(plainProse('A `<b>` & **c**.')).toBe('A <b> & c.');
});
