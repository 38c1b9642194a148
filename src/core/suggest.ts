/** "Did you mean …?" for a name that nothing has, where one of the known names is close; else what there is. */
export function suggest(name: string, known: readonly string[]): string {
	const limit = Math.max(2, Math.floor(name.length / 3));
	const [best] = known
		.map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
		.filter(({ distance }) => distance <= limit)
		.sort((a, b) => a.distance - b.distance);
	if (best) return `Did you mean "${best.candidate}"?`;
	if (known.length === 0) return 'There are none.';
	return known.length <= 12
		? `Known: ${known.join(', ')}.`
		: `There are ${known.length} others, such as ${known.slice(0, 5).join(', ')}.`;
}

/** Levenshtein's distance, by two rows. */
function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const change = a[row - 1] === b[column - 1] ? 0 : 1;
			current.push(
				Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change),
			);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
