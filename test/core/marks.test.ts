import { describe, expect, it } from 'vitest';
import { markPlaceholder, markPlain, markRegion, readMarks } from '../../src/core/marks.ts';

describe('Marks', () => {
	it('say where placeholders and regions stand, and are gone', () => {
		const text = markRegion('call', `a\n${markPlaceholder('id', 'inside', '<id>')}\n`);
		expect(readMarks(`x\n${text}y`)).toEqual({
			code: 'x\na\n<id>\ny',
			spans: [{ name: 'id', form: 'inside', start: 4, end: 8 }],
			regions: [{ name: 'call', start: 2, end: 3 }],
		});
	});

	it('carry any name, also through what quotes and indents the code', () => {
		const names = ["it's", '"', '\\', 'a\nb', '~', '~0041', 'a:b', '\ufdd0\ufdd1\ufdd2', '\ud800', '__proto__', ''];
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

	it('end where one is broken', () => {
		expect(readMarks('a\ufdd0b')).toEqual({ code: 'ab', spans: [], regions: [] });
		expect(readMarks('a\ufdd3b\n\ufdd2\ufdd4\ufdd0')).toEqual({ code: 'ab\n', spans: [], regions: [] });
	});
});
