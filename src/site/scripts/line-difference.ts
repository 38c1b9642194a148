/** A row of two texts side by side: the same line in both, or a line that only one of them has. */
export interface Row {
	/** Index of the line on the left; absent where only the right has it. */
	left?: number;
	right?: number;
}

/** Lays the lines of two texts side by side by their longest common subsequence; changed lines stand beside each other. */
export function differenceRows(left: readonly string[], right: readonly string[]): Row[] {
	const lengths = commonLengths(left, right);
	const rows: Row[] = [];
	let gone: number[] = [];
	let come: number[] = [];
	const flush = () => {
		for (let at = 0; at < Math.max(gone.length, come.length); at++) rows.push({ left: gone[at], right: come[at] });
		gone = [];
		come = [];
	};
	let a = 0;
	let b = 0;
	while (a < left.length || b < right.length) {
		if (a < left.length && b < right.length && left[a] === right[b]) {
			flush();
			rows.push({ left: a++, right: b++ });
		} else if (b >= right.length || (a < left.length && at(lengths, a + 1, b) >= at(lengths, a, b + 1))) gone.push(a++);
		else come.push(b++);
	}
	flush();
	return rows;
}

/** Whether a row holds the same line on both sides. */
export function isSame(row: Row, left: readonly string[], right: readonly string[]): boolean {
	return row.left !== undefined && row.right !== undefined && left[row.left] === right[row.right];
}

/** For every pair of places, how many lines the rests have in common, in order. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
	const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
	for (let a = left.length - 1; a >= 0; a--) {
		for (let b = right.length - 1; b >= 0; b--) {
			const row = lengths[a];
			if (!row) continue;
			row[b] =
				left[a] === right[b] ? 1 + at(lengths, a + 1, b + 1) : Math.max(at(lengths, a + 1, b), at(lengths, a, b + 1));
		}
	}
	return lengths;
}

function at(lengths: readonly number[][], a: number, b: number): number {
	return lengths[a]?.[b] ?? 0;
}
