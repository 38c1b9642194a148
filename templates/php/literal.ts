import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import { fitsInteger, type Value } from '../../src/core/value.ts';
import { string } from './text.ts';

/** A value of PHP's own types. An integer that PHP would turn into a float stands as a string, with all its digits. */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'integer':
			return isNative(value.text) ? value.text : string(value.text);
		case 'decimal':
			return value.text;
		case 'string':
			return string(value.text);
		case 'placeholder':
			return placeholderLiteral({ string }, value.name);
		case 'list':
			return bracket('[', ']', value.items.map(literal));
		case 'map':
			return map(value.entries);
	}
}

/** Whether an integer literal stays an integer. PHP reads -9223372036854775808 as the negation of a float. */
export function isNative(text: string): boolean {
	return fitsInteger(text.replace('-', ''), 64);
}

/** The pairs of an array with names. */
export function arrayPairs<Item>(entries: readonly [name: string, item: Item][], print: (item: Item) => Doc): Doc[] {
	return entries.map(([name, item]) => [`${string(name)} => `, print(item)]);
}

/** An array with names; an object where the array would be a list to `json_encode`. */
function map(entries: [name: string, value: Value][]): Doc {
	if (entries.length === 0) return 'new stdClass()';
	const array = bracket('[', ']', arrayPairs(entries, literal));
	return entries.every(([name], index) => name === String(index)) ? ['(object) ', array] : array;
}
