import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { markPlaceholder } from '../../src/core/marks.ts';
import { fitsDouble, fitsInteger, type Value } from '../../src/core/value.ts';
import { string } from './text.ts';

/** A value of C#'s own types. A `decimal` holds 28 digits; an integer beyond it becomes a `BigInteger`. */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'integer':
			if (fitsInteger(value.text, 64)) return value.text;
			return digits(value.text) <= 28 ? `${value.text}m` : `System.Numerics.BigInteger.Parse("${value.text}")`;
		case 'decimal':
			return fitsDouble(value.text) || digits(value.text) > 28 ? value.text : `${value.text}m`;
		case 'string':
			return string(value.text);
		case 'placeholder':
			return markPlaceholder(value.name, 'literal', string(`<${value.name}>`));
		case 'list':
			return initializer('List<object>', value.items.map(literal));
		case 'map':
			return initializer(
				'Dictionary<string, object>',
				value.entries.map(([name, item]) => [`[${string(name)}] = `, literal(item)]),
			);
	}
}

/** An object made and filled: `new T { … }`. */
export function initializer(type: string, items: Doc[]): Doc {
	return items.length === 0 ? `new ${type}()` : bracket(`new ${type} {`, '}', items, { pad: ' ' });
}

function digits(text: string): number {
	return text.replace(/[eE].*|\D/g, '').length + Math.abs(Number(/[eE](.*)/.exec(text)?.[1] ?? 0));
}
