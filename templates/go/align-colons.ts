/** Names up to this many bytes line up whatever their neighbours; longer ones only beside names of about their length. */
const SHORT = 40;
const RATIO = 2.5;

/**
 * The keys of a composite literal, one a line, padded as gofmt does: neighbours whose values take one line line up.
 * Keys come with their colon and a blank (`Name: `); those of values that take several lines are undefined.
 */
export function alignColons(keys: (string | undefined)[]): (string | undefined)[] {
	const aligned = [...keys];
	let section: number[] = [];
	let logarithms = 0;
	let previous = 0;
	const close = () => {
		const width = Math.max(...section.map((index) => [...(keys[index] ?? '')].length));
		for (const index of section) {
			const key = keys[index] ?? '';
			aligned[index] = key + ' '.repeat(width - [...key].length);
		}
		section = [];
		logarithms = 0;
	};
	keys.forEach((key, index) => {
		const size = key === undefined ? 0 : new TextEncoder().encode(key.trimEnd().slice(0, -1)).length;
		if (!previous || !size || !lineUp(previous, size, Math.exp(logarithms / section.length))) close();
		if (size) {
			section.push(index);
			logarithms += Math.log(size);
		}
		previous = size;
	});
	close();
	return aligned;
}

/** gofmt compares a long key with the geometric mean of the keys that it would join. */
function lineUp(previous: number, size: number, mean: number): boolean {
	if (previous <= SHORT && size <= SHORT) return true;
	const ratio = size / mean;
	return RATIO * ratio > 1 && ratio < RATIO;
}
