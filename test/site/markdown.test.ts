import { expect, it } from 'vitest';
import { fence, table } from '../../src/site/markdown/blocks.ts';

it('fences code that holds fences itself', () => {
	expect(fence('md', '```js\nx\n```\n')).toBe('````md\n```js\nx\n```\n````');
});

it('keeps a table cell in its cell', () => {
	expect(table(['A'], [['x | y\nz']])).toBe('| A |\n| --- |\n| x \\| y z |');
});
