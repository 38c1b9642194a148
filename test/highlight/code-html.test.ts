import { expect, it } from 'vitest';
import { codeHtml } from '../../src/highlight/code-html.ts';
import { languages } from '../../templates/index.ts';

const textOf = (html: string) =>
	html
		.replace(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

it('gives back the text exactly, in every language', async () => {
	const hostile = `a = "<b>&amp;</b>"\n\n\t'$x' #{y} </script>\n`;
	for (const grammar of [...languages.map(({ grammar }) => grammar), 'json', 'text', 'no-such-grammar']) {
		expect(textOf(await codeHtml(hostile, grammar)), grammar).toBe(hostile);
		expect(textOf(await codeHtml('x', grammar)), grammar).toBe('x');
	}
});

it('colours every language of the site', async () => {
	for (const { grammar } of languages) {
		expect(await codeHtml('# x\n// y\n"z" if for function', grammar), grammar).toMatch(/<i class=[a-z]>/);
	}
});

it('marks the lines of the call', async () => {
	const html = await codeHtml('a\nb\nc\n', 'text', [{ name: 'call', start: 2, end: 4 }]);
	expect(html).toBe('<span>a\n</span><span class=call>b\n</span><span>c\n</span>');
});
