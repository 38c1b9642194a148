import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import { fitsDouble, type Value } from '../../src/core/value.ts';
import { hanging } from './layout.ts';
import { string } from './text.ts';

/**
 * A value as JavaScript writes it. A number that a double would change is not written as one: an integer is a BigInt,
 * which `JSON.stringify` refuses rather than rounds, and a decimal, for which there is no such type, a string of its digits.
 */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'integer':
			return isExact(value) ? value.text : `${value.text}n`;
		case 'decimal':
			// As Prettier writes numbers, without `+` and trailing zeros.
			return isExact(value) ? String(Number(value.text)).replace('+', '') : string(value.text);
		case 'string':
			return string(value.text);
		case 'placeholder':
			return placeholderLiteral({ string }, value.name);
		case 'list':
			return listLiteral(
				value.items.map(literal),
				value.items.length > 1 && value.items.every((item) => size(item) > 1 && item.kind === value.items[0]?.kind),
			);
		case 'map':
			return objectLiteral(value.entries.map(([name, item]) => [name, literal(item)]));
	}
}

/** Whether JavaScript holds a number without changing it, and `JSON.stringify` writes an integer in all its digits. */
export function isExact(value: Value): boolean {
	if (value.kind === 'integer') return String(Number(value.text)) === value.text;
	return value.kind !== 'decimal' || fitsDouble(value.text);
}

/** An object with its keys quoted where they have to be, and a long text below its key unless the key is short. */
export function objectLiteral(entries: [name: string, value: Doc][]): Doc {
	const items = entries.map(([name, value]) => {
		const key = keyOf(name);
		const hangs = key.length > 4 && typeof value === 'string' && /^['"]/.test(value);
		return hangs ? hanging(`${key}:`, value) : [`${key}: `, value];
	});
	return bracket('{', '}', items, { pad: ' ' });
}

/** An array; `broken` where Prettier never joins it: several objects or arrays of more than one item. */
export function listLiteral(items: Doc[], broken: boolean): Doc {
	return bracket('[', ']', items, { broken });
}

function keyOf(name: string): string {
	// `__proto__: x`, quoted or not, would set the prototype.
	if (name === '__proto__') return `['__proto__']`;
	const bare = /^[A-Za-z_$][\w$]*$/.test(name) || (/^\d+(\.\d+)?$/.test(name) && String(Number(name)) === name);
	return bare ? name : string(name);
}

function size(value: Value): number {
	return value.kind === 'list' ? value.items.length : value.kind === 'map' ? value.entries.length : 0;
}
