import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceRows, isSame } from '../../src/site/scripts/line-difference.ts';

const show = (left: string[], right: string[]) =>
	differenceRows(left, right).map(
		(row) => `${left[row.left ?? -1] ?? ''}${isSame(row, left, right) ? ' = ' : ' | '}${right[row.right ?? -1] ?? ''}`,
	);

it('puts changed lines beside each other', () => {
	expect(show(['a', 'old', 'c'], ['a', 'new', 'more', 'c'])).toEqual(['a = a', 'old | new', ' | more', 'c = c']);
});

it('holds every line of both texts once, in order', () => {
	const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
	fc.assert(
		fc.property(lines, lines, (left, right) => {
			const rows = differenceRows(left, right);
			expect(rows.flatMap(({ left: at }) => (at === undefined ? [] : [at]))).toEqual(left.map((_, at) => at));
			expect(rows.flatMap(({ right: at }) => (at === undefined ? [] : [at]))).toEqual(right.map((_, at) => at));
		}),
	);
});
