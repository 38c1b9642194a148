import { describe, expect, it } from 'vitest';
import { markPlaceholder, markPlain, readMarks } from '../../src/core/marks.ts';

describe('Marks', () => {
	it('say where placeholders stand, and are gone', () => {
		const text = ['/x/', markPlaceholder('id', 'url', '<id>'), '/', markPlaceholder('to', 'inside', '<to>')].join('');
		expect(readMarks(text)).toEqual({
			code: '/x/<id>/<to>',
			spans: [
				{ name: 'id', form: 'url', start: 3, end: 7 },
				{ name: 'to', form: 'inside', start: 8, end: 12 },
			],
		});
	});

	it('carry any name, also through what quotes and indents the code', () => {
		const names = ["it's", '"', '\\', 'a\nb', '~', '~0041', 'a:b', '\u0001\u0001', '\ud800', '__proto__', ''];
		for (const name of names) {
			const text = markPlaceholder(name, 'url', '<x>');
			const changed = text.replace(/['"\\]/g, '$&$&').replaceAll('\n', '\n  ');
			expect(readMarks(changed)).toEqual({
				code: '<x>',
				spans: [{ name, form: 'url', start: 0, end: 3 }],
			});
		}
	});

	it('change their form where a literal turns out to be the simpler one', () => {
		const texts = ['inside', 'url'] as const;
		const marked = texts.map((form) => markPlaceholder('id', form, '<id>')).join('');
		expect(readMarks(markPlain(marked)).spans.map(({ form }) => form)).toEqual(['plain', 'url']);
	});
});
