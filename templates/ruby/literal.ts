import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import type { Value } from '../../src/core/value.ts';
import { string } from './text.ts';

/** A value of Ruby's own types. */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'nil';
		case 'boolean':
			return String(value.value);
		case 'integer':
		case 'decimal':
			return value.text;
		case 'string':
			return string(value.text);
		case 'placeholder':
			return placeholderLiteral({ string }, value.name);
		case 'list':
			return words(value.items) ?? bracket('[', ']', value.items.map(literal), { trailing: '' });
		case 'map':
			return bracket('{', '}', hashPairs(value.entries, literal), { pad: ' ', trailing: '' });
	}
}

/** The pairs of a hash: `name: value` where every name can stand so, else `'name' => value`. */
export function hashPairs<Item>(entries: readonly [name: string, item: Item][], print: (item: Item) => Doc): Doc[] {
	const symbols = entries.every(([name]) => /^[A-Za-z_]\w*$/.test(name));
	return entries.map(([name, item]) => [symbols ? `${name}: ` : `${string(name)} => `, print(item)]);
}

/** `%w[fixed mobile]`: how RuboCop wants a list of single words; undefined for any other list, and for a long one. */
export function words(items: readonly Value[]): string | undefined {
	const texts = items.map((item) => (item.kind === 'string' ? item.text : ''));
	const plain = texts.length > 1 && texts.every((text) => /^[\p{L}\p{M}\p{N}_]+(?:-[\p{L}\p{M}\p{N}_]+)*$/u.test(text));
	const joined = `%w[${texts.join(' ')}]`;
	return plain && joined.length <= 80 ? joined : undefined;
}
