import { describe, expect, it } from 'vitest';
import { markPlaceholder, markPlain, markRegion, readMarks } from '../../src/core/marks.ts';

describe('Marks', () => {
	it('say where placeholders and regions stand, and are gone', () => {
		const text = markRegion('call', `a\n${markPlaceholder('id', 'inside', '<id>')}\n`);
		expect(readMarks(`x\n${text}y`)).toEqual({
			code: 'x\na\n<id>\ny',
			spans: [{ name: 'id', form: 'inside', start: 4, end: 8 }],
			regions: [{ name: 'call', start: 2, end: 9 }],
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
				regions: [],
			});
		}
	});

	it('change their form where a literal turns out to be the simpler one', () => {
		const texts = ['inside', 'url'] as const;
		const marked = texts.map((form) => markPlaceholder('id', form, '<id>')).join('');
		expect(readMarks(markPlain(marked)).spans.map(({ form }) => form)).toEqual(['plain', 'url']);
	});

	it('may be left open, at the cost of nothing else', () => {
		expect(readMarks(`a${markRegion('call', 'b')}`.slice(0, -2))).toEqual({
			code: 'ab',
			spans: [],
			regions: [{ name: 'call', start: 1, end: 1 }],
		});
	});
});
