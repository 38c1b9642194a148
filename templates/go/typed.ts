import type { TypeSpec } from '../../src/core/binding.ts';
import { recase } from '../../src/core/casing.ts';
import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { convert, symbolOf } from '../../src/core/sdk-argument.ts';
import type { Value } from '../../src/core/value.ts';
import { fields, literal, string } from './literal.ts';

/** What a sample declares where a value stands that the SDK takes by its address. */
export const POINTER = 'pointer(';

/** The types of a profile, and who has to know which symbols are named. */
interface Types {
	specs: Readonly<Record<string, TypeSpec>>;
	note(symbol: string): void;
}

/**
 * A value of an SDK's type, named as Go code names it (`sdk.Priority`): `[]` after it for a list of them, `*` before
 * it where the SDK takes a pointer. Types that the profile does not describe may be Go's own: `string[]`, `*string`.
 * @example []sdk.Rule{{Service: "sms", Priority: sdk.Priority{First: pointer("shortcode")}}}
 */
export function typed(value: Value, type: string, specs: Types['specs'], note: Types['note']): Doc {
	return typedValue(value, type, { specs, note });
}

function typedValue(value: Value, type: string, types: Types, elided = false): Doc {
	types.note(symbolOf(type));
	if (type.endsWith('[]') && value.kind === 'list') {
		const item = type.slice(0, -2);
		return bracket(
			`${elided ? '' : goType(type)}{`,
			'}',
			value.items.map((one) => typedValue(one, item, types, true)),
		);
	}
	const pointer = type.startsWith('*');
	if (value.kind !== 'map') {
		return pointer && value.kind !== 'null' ? [POINTER, literal(value), ')'] : literal(value);
	}
	const name = pointer ? type.slice(1) : type;
	const open = elided ? '{' : `${pointer ? '&' : ''}${name}{`;
	return fields(
		open,
		value.entries.map(([key, item]) => entry(key, item, name, types)),
	);
}

function entry(key: string, value: Value, type: string, types: Types): [string, Doc] {
	if (type.startsWith('map[')) return [string(key), literal(value)];
	const spec = Object.hasOwn(types.specs, type) ? types.specs[type]?.fields : undefined;
	const field = spec && Object.hasOwn(spec, key) ? spec[key] : undefined;
	const converted = convert(value, field?.as);
	const code = field?.type ? typedValue(converted, field.type, types) : literal(converted);
	return [recase(field?.name ?? key, 'pascal'), field?.wrap ? [`${field.wrap}(`, code, ')'] : code];
}

/** `sdk.Rule[]` -> `[]sdk.Rule`. */
function goType(type: string): string {
	return type.endsWith('[]') ? `[]${goType(type.slice(0, -2))}` : type;
}
