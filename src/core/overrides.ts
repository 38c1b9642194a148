import { asList, isObject } from './document.ts';
import { parseJsonValue } from './json-value.ts';
import type { MediaType, Operation, Parameter } from './operation.ts';
import { own } from './own.ts';
import { flattenSchema, typeOf } from './sample-schema.ts';
import { isIntegerText, numberValue, type Value } from './value.ts';

/**
 * The reader's own values by name: a parameter's, a body property's (`priority.0.name`), or `body` as JSON text.
 * Where two go by one name, `path.id`, `query.id`, `header.id`, `cookie.id` and `body.id` tell them apart.
 * `null` leaves a value out; one that is required becomes a placeholder.
 */
export type Overrides = Readonly<Record<string, string | null>>;

/** The value that a reader gave a parameter; undefined where she leaves an optional one out. */
export function typedValue(operation: Operation, parameter: Parameter, typed: string | null): Value | undefined {
	if (typed !== null) return readOverride(operation, parameter.schema, typed);
	return parameter.required ? { kind: 'placeholder', name: parameter.name } : undefined;
}

/** The body with the reader's values of single properties; takes the names that it knows out of `unused`. */
export function overrideProperties(
	operation: Operation,
	mediaType: MediaType,
	body: Value | undefined,
	overrides: Overrides,
	unused: Set<string>,
): Value | undefined {
	const schema = flattenSchema(operation.document, mediaType.schema ?? {});
	const properties = isObject(schema.properties) ? schema.properties : {};
	let value = body;
	for (const name of [...unused]) {
		const plain = name.startsWith('body.') && !Object.hasOwn(properties, 'body') ? name.slice('body.'.length) : name;
		const [head = '', ...path] = plain.split('.');
		if (!Object.hasOwn(properties, head)) continue;
		unused.delete(name);
		const typed = own(overrides, name) ?? null;
		const isRequired = path.length === 0 && asList(schema.required).includes(head);
		if (typed === null && !isRequired) {
			if (value) value = removeInside(value, [head, ...path]);
			continue;
		}
		const chosen: Value =
			typed === null
				? { kind: 'placeholder', name: head }
				: readOverride(operation, path.length === 0 ? properties[head] : {}, typed);
		value = setInside(value ?? { kind: 'map', entries: [] }, [head, ...path], chosen);
	}
	return value;
}

/** Text typed by a reader, as the schema's type says. Text that does not fit its type is kept as text, for the server to judge. */
function readOverride(operation: Operation, schema: unknown, text: string): Value {
	const flattened = flattenSchema(operation.document, schema);
	switch (typeOf(flattened)) {
		case 'integer':
			return isIntegerText(text) ? { kind: 'integer', text } : { kind: 'string', text };
		case 'number':
			return numberValue(text).kind === 'null' ? { kind: 'string', text } : numberValue(text);
		case 'boolean':
			return text === 'true' || text === 'false'
				? { kind: 'boolean', value: text === 'true' }
				: { kind: 'string', text };
		case 'object':
		case 'array':
			return parseJsonValue(text) ?? { kind: 'string', text };
		default:
			return { kind: 'string', text: text.toWellFormed() };
	}
}

function setInside(target: Value, [head = '', ...rest]: string[], value: Value): Value {
	if (target.kind === 'list') {
		const items = [...target.items];
		const index = Math.min(Number(head) || 0, items.length);
		items[index] = rest.length > 0 ? setInside(items[index] ?? { kind: 'map', entries: [] }, rest, value) : value;
		return { kind: 'list', items };
	}
	const entries = target.kind === 'map' ? target.entries : [];
	const old = entries.find(([name]) => name === head)?.[1];
	const next = rest.length > 0 ? setInside(old ?? { kind: 'map', entries: [] }, rest, value) : value;
	const replaced = entries.map(([name, item]): [string, Value] => [name, name === head ? next : item]);
	return { kind: 'map', entries: old ? replaced : [...entries, [head, next]] };
}

function removeInside(target: Value, [head = '', ...rest]: string[]): Value {
	if (target.kind === 'list') {
		const at = Number(head);
		const items = rest.length === 0 ? target.items.filter((_, index) => index !== at) : [...target.items];
		const item = items[at];
		if (rest.length > 0 && item) items[at] = removeInside(item, rest);
		return { kind: 'list', items };
	}
	if (target.kind !== 'map') return target;
	const entries = rest.length === 0 ? target.entries.filter(([name]) => name !== head) : target.entries;
	return {
		kind: 'map',
		entries: entries.map(([name, item]): [string, Value] => [
			name,
			rest.length > 0 && name === head ? removeInside(item, rest) : item,
		]),
	};
}
