import type { TypeSpec } from '../../src/core/binding.ts';
import { recase } from '../../src/core/casing.ts';
import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { ProblemError } from '../../src/core/problem.ts';
import { symbolOf } from '../../src/core/sdk-argument.ts';
import type { Value } from '../../src/core/value.ts';
import { literal } from './literal.ts';

/**
 * A value of an SDK's class: an array of them, a constructor's arguments in order, or a setter for each field.
 * Throws a `ProblemError` where a constructor has no place for a field.
 */
export function typed(
	value: Value,
	type: string,
	types: Readonly<Record<string, TypeSpec>>,
	note: (symbol: string) => void,
): Doc {
	const inner = (item: Value, of: string | undefined) => (of ? typed(item, of, types, note) : literal(item));
	if (type.endsWith('[]') && value.kind === 'list') {
		const item = type.slice(0, -2);
		note(symbolOf(item));
		const items = value.items.map((one) => inner(one, item));
		return bracket(`new ${item}[] {`, '}', items);
	}
	if (value.kind === 'integer' && type === 'Long') return `${value.text}L`;
	if (value.kind !== 'map') return literal(value);
	note(symbolOf(type));
	const { fields = {}, order, builder } = types[type] ?? {};
	if (builder) {
		const entries = value.entries.map(([name, item]): [string, Doc] => {
			return [recase(fields[name]?.name ?? name, 'camel'), inner(item, fields[name]?.type)];
		});
		return build(type, builder, entries);
	}
	if (!Array.isArray(order)) {
		const setters = value.entries.map(([name, item]): Doc => {
			return [`.${fields[name]?.name ?? name}(`, inner(item, fields[name]?.type), ')'];
		});
		return { head: `new ${type}()`, links: setters };
	}
	const stray = value.entries.find(([name]) => !order.includes(name));
	if (stray) throw new ProblemError(noSuchField(type, stray[0], order));
	const given = new Map(value.entries);
	const args = order.map((name) => inner(given.get(name) ?? { kind: 'null' }, fields[name]?.type));
	return bracket(`new ${type}(`, ')', args);
}

/**
 * An object made by a builder, by the names of its fields in camel case.
 * @example Item.builder().setName("Bolt").build()
 */
export function build(type: string, { start, setter = '', end }: Builder, entries: [name: string, value: Doc][]): Doc {
	const setters = entries.map(([name, value]): Doc => {
		return [`.${setter ? `${setter}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name}(`, value, ')'];
	});
	return { head: type, links: [`.${start ?? 'builder'}()`, ...setters, `.${end ?? 'build'}()`] };
}

type Builder = NonNullable<TypeSpec['builder']>;

function noSuchField(type: string, name: string, order: readonly string[]) {
	return {
		severity: 'error' as const,
		code: 'value-not-passed',
		message: `The class ${type} has no field "${name}".`,
		hint: `It takes: ${order.join(', ')}.`,
	};
}
