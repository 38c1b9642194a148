/** The middle of some numbers; the mean of the two middle ones where they are even in number. */
export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const half = sorted.length / 2;
	return ((sorted[Math.floor(half - 0.5)] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
