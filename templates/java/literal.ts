import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import { fitsDouble, fitsInteger, type Value } from '../../src/core/value.ts';
import { string } from './text.ts';

/** A value of Java's own types. Numbers that no primitive holds become `BigInteger` and `BigDecimal`. */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'integer':
			if (fitsInteger(value.text, 32)) return value.text;
			return fitsInteger(value.text, 64) ? `${value.text}L` : `new BigInteger("${value.text}")`;
		case 'decimal':
			return fitsDouble(value.text) ? value.text : `new BigDecimal("${value.text}")`;
		case 'string':
			return string(value.text);
		case 'placeholder':
			return markPlaceholder(value.name, 'literal', string(`<${value.name}>`));
		case 'list':
			return list(value.items);
		case 'map':
			return map(value.entries);
	}
}

/** `List.of` and `Map.ofEntries` hold no null. */
function list(items: Value[]): Doc {
	if (!items.some(isNull)) return bracket('List.of(', ')', items.map(literal));
	return bracket('Arrays.asList(', ')', items.length === 1 ? ['(Object) null'] : items.map(literal));
}

function map(entries: [string, Value][]): Doc {
	if (!entries.some(([, item]) => isNull(item))) {
		return bracket(
			'Map.ofEntries(',
			')',
			entries.map(([name, item]) => bracket('Map.entry(', ')', [string(name), literal(item)])),
		);
	}
	const puts = entries.map(([name, item]): Doc => [bracket('put(', ')', [string(name), literal(item)]), '; ']);
	return ['new HashMap<String, Object>() {{ ', ...puts, '}}'];
}

/** The classes of Java's library that the literal of a value names. */
export function classesOf(value: Value): string[] {
	switch (value.kind) {
		case 'integer':
			return fitsInteger(value.text, 64) ? [] : ['java.math.BigInteger'];
		case 'decimal':
			return fitsDouble(value.text) ? [] : ['java.math.BigDecimal'];
		case 'list':
			return [value.items.some(isNull) ? 'java.util.Arrays' : 'java.util.List', ...value.items.flatMap(classesOf)];
		case 'map': {
			const items = value.entries.map(([, item]) => item);
			return [items.some(isNull) ? 'java.util.HashMap' : 'java.util.Map', ...items.flatMap(classesOf)];
		}
		default:
			return [];
	}
}

function isNull(value: Value): boolean {
	return value.kind === 'null';
}
