import { asObject, type Document } from './document.ts';
import { own } from './own.ts';
import { flattenSchema } from './sample-schema.ts';
import type { Value } from './value.ts';

/** A value of a request without the properties that its schema says only answers have, in examples as well. */
export function withoutReadOnly(document: Document, schema: unknown, value: Value): Value {
	if (value.kind !== 'map' && value.kind !== 'list') return value;
	const flattened = flattenSchema(document, schema);
	if (value.kind === 'list') {
		const { items } = flattened;
		return items === undefined
			? value
			: { kind: 'list', items: value.items.map((item) => withoutReadOnly(document, items, item)) };
	}
	const properties = asObject(flattened.properties);
	const entries = value.entries.flatMap(([name, item]): [string, Value][] => {
		const property = own(properties, name);
		if (property === undefined) return [[name, item]];
		if (document.resolve(property).readOnly === true) return [];
		return [[name, withoutReadOnly(document, property, item)]];
	});
	return { kind: 'map', entries };
}
