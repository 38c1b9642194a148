import { describe, expect, it } from 'vitest';
import { bracket } from '../../src/core/language.ts';
import { type Doc, flat, type LayoutRules, layOut } from '../../src/core/layout.ts';
import { markPlaceholder } from '../../src/core/marks.ts';

const rules: LayoutRules = { width: 20, indent: '  ' };
const args = (...items: Doc[]) => bracket('(', ')', items);

describe('code that fits', () => {
	it('stays on one line up to the last column', () => {
		expect(layOut(['call', args('aaaaaaa', 'bbbbb')], rules, '')).toBe('call(aaaaaaa, bbbbb)');
		expect(layOut(['call', args('aaaaaaa', 'bbbbbb')], rules, '')).toBe('call(\n  aaaaaaa,\n  bbbbbb,\n)');
	});

	it('counts its margin, what stands before it and what stands after it', () => {
		const doc = args('aaaaaaa', 'bbbbb');
		expect(layOut(doc, rules, '  ', 1, 1)).toBe('(aaaaaaa, bbbbb)');
		expect(layOut(doc, rules, '   ', 1, 1)).toContain('\n');
		expect(layOut(doc, rules, '  ', 2, 1)).toContain('\n');
		expect(layOut(doc, rules, '  ', 1, 2)).toContain('\n');
	});

	it('does not count marks', () => {
		const marked = markPlaceholder('name', 'literal', '"<name>"');
		expect(layOut(args(marked, 'bbbbbbbb'), rules, '')).toBe(`(${marked}, bbbbbbbb)`);
	});

	it('counts a tab as four columns', () => {
		const doc = args('aaaaaa', 'bbbbbb');
		expect(layOut(doc, rules, '\t')).toBe('(aaaaaa, bbbbbb)');
		expect(layOut(doc, rules, '\t', 1)).toBe('(\n\t  aaaaaa,\n\t  bbbbbb,\n\t)');
	});

	it('is padded inside its brackets only on one line', () => {
		const doc = (item: string) => bracket('{', '}', [item, 'b'], { pad: ' ' });
		expect(layOut(doc('a'), rules, '')).toBe('{ a, b }');
		expect(layOut(doc('a'.repeat(20)), rules, '')).toBe(`{\n  ${'a'.repeat(20)},\n  b,\n}`);
		expect(flat(bracket('{', '}', [], { pad: ' ' }))).toBe('{}');
	});
});

describe('code that does not fit', () => {
	it('is broken from the outside in', () => {
		const doc = ['f', args('first', ['g', args('aaaa', 'bbbb')], ['h', args('cccccccc', 'dddddddd')])];
		expect(layOut(doc, rules, '')).toBe(
			['f(', '  first,', '  g(aaaa, bbbb),', '  h(', '    cccccccc,', '    dddddddd,', '  ),', ')'].join('\n'),
		);
	});

	it('is broken where its items hold something that must be', () => {
		const doc = ['f', args(bracket('[', ']', ['1'], { broken: true }))];
		expect(layOut(doc, rules, '')).toBe('f(\n  [\n    1,\n  ],\n)');
		expect(layOut(['f', args(bracket('[', ']', [], { broken: true }))], rules, '')).toBe('f([])');
	});

	it('hugs a bracket that stands alone between parentheses', () => {
		const doc = ['create(', bracket('{', '}', ['aaaaaaaaaa', 'bbbbbbbbbb']), ')'];
		expect(layOut(doc, rules, '')).toBe('create({\n  aaaaaaaaaa,\n  bbbbbbbbbb,\n})');
	});

	it('is broken in its last bracket that can be', () => {
		const doc = ['f', args('aaaa'), '.g', args('bbbbbb', 'cccccc'), '.h', args()];
		expect(layOut(doc, rules, '')).toBe('f(aaaa).g(\n  bbbbbb,\n  cccccc,\n).h()');
	});

	it('stays long where there is nothing to break', () => {
		expect(layOut(['f', args(), 'a'.repeat(20)], rules, '')).toBe(`f()${'a'.repeat(20)}`);
	});

	it('ends without a comma where the language forbids it, and may use its column', () => {
		const inner = ['g', args('aaaaaa', 'bbbbb')];
		const doc = (trailing: '' | ',') => bracket('[', ']', ['x', inner.concat('!')], { trailing });
		expect(layOut(doc(''), rules, '')).toBe('[\n  x,\n  g(aaaaaa, bbbbb)!\n]');
		expect(layOut(doc(','), rules, '')).toBe('[\n  x,\n  g(aaaaaa, bbbbb)!,\n]');
		const full = bracket('[', ']', ['x', ['g', args('aaaaaaa', 'bbbbbb')]], { trailing: '' });
		expect(layOut(full, rules, '')).toBe('[\n  x,\n  g(aaaaaaa, bbbbbb)\n]');
		expect(layOut({ ...full, trailing: ',' }, rules, '')).toContain('g(\n');
	});

	it('goes on from the column where a broken part ended, whatever it is indented with', () => {
		const doc = [bracket('{', '}', ['1'], { broken: true }), '.f', args('aaaa', 'bbbb')];
		for (const margin of ['\t', '    ']) {
			const tabs = { ...rules, indent: margin };
			// Margin, `}.f` and `(aaaa, bbbb)` are 19 columns.
			expect(layOut(doc, { ...tabs, width: 19 }, margin)).toBe(`{\n${margin}${margin}1,\n${margin}}.f(aaaa, bbbb)`);
			expect(layOut(doc, { ...tabs, width: 18 }, margin)).toContain('.f(\n');
		}
	});
});

describe('a chain', () => {
	const chain = (...links: Doc[]): Doc => ({ head: 'client', links });

	it('stays on one line where it fits', () => {
		expect(layOut(chain('.a()', '.b()', '.c()'), rules, '')).toBe('client.a().b().c()');
	});

	it('stands one link a line where it does not', () => {
		expect(layOut(chain('.create()', ['.name', args('"x"')], '.send()'), rules, '')).toBe(
			'client\n  .create()\n  .name("x")\n  .send()',
		);
	});

	it('breaks a long link inside', () => {
		expect(layOut(chain('.create()', ['.name', args('aaaaaa', 'bbbbbb')]), rules, '')).toBe(
			'client\n  .create()\n  .name(\n    aaaaaa,\n    bbbbbb,\n  )',
		);
	});

	it('leaves room after its last link for what follows', () => {
		const doc = chain('.create()', ['.send', args('aaaa', 'bbb')]);
		expect(layOut(doc, rules, '', 0, 2)).toContain('.send(aaaa, bbb)');
		expect(layOut(doc, rules, '', 0, 4)).toContain('.send(\n');
	});

	it('is broken inside instead where it has too few links', () => {
		const short = { ...rules, minLinks: 3 };
		expect(layOut(chain('.create()', ['.name', args('aaaa', 'bbbb')]), short, '')).toBe(
			'client.create().name(\n  aaaa,\n  bbbb,\n)',
		);
	});
});

describe('items that align', () => {
	const pad = (names: (string | undefined)[]) => names.map((name) => name?.padEnd(8));
	const pairs = (...items: Doc[]) => bracket('{', '}', items, { align: pad });

	it('are left alone on one line', () => {
		expect(layOut(pairs(['a: ', '1'], ['bcd: ', '2']), rules, '')).toBe('{a: 1, bcd: 2}');
	});

	it('are padded one a line, but for those of several lines', () => {
		const list = bracket('[', ']', ['aaaaaaaa', 'bbbbbbbb']);
		expect(layOut(pairs(['a: ', '1'], ['bcd: ', list], 'c'), rules, '')).toBe(
			'{\n  a:      1,\n  bcd: [\n    aaaaaaaa,\n    bbbbbbbb,\n  ],\n  c,\n}',
		);
	});
});
