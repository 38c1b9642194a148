import type { Pair } from './decode-url.ts';
import { excerpt } from './excerpt.ts';

/** Says how pairs differ, each name's values taken together and in any order. */
export function comparePairs(where: string, expected: readonly Pair[], received: readonly Pair[]): string[] {
	const left = valuesByName(expected);
	const right = valuesByName(received);
	const names = [...new Set([...left.keys(), ...right.keys()])];
	return names.flatMap((name) => {
		const [wanted, got] = [left.get(name), right.get(name)];
		if (wanted === undefined) return [`${where} ${name}: not expected, received ${list(got)}`];
		if (JSON.stringify(wanted) === JSON.stringify(got)) return [];
		return [`${where} ${name}: expected ${list(wanted)}, received ${list(got)}`];
	});
}

function valuesByName(pairs: readonly Pair[]): Map<string, string[]> {
	const values = new Map<string, string[]>();
	for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value].sort());
	return values;
}

function list(values: readonly string[] | undefined): string {
	if (values === undefined) return 'nothing';
	return values.map((value) => (value === '' ? 'an empty value' : excerpt(value))).join(' and ');
}
