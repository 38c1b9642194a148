import { asList, asObject, type Document } from './document.ts';
import { isJsonMediaType, type Operation } from './operation.ts';

/** The names that a JSON body of an operation can have at its top, as its schemas say, those that it extends included. */
export function bodyProperties({ document, body }: Operation): string[] {
	const schemas = (body?.mediaTypes ?? []).filter(({ name }) => isJsonMediaType(name)).map(({ schema }) => schema);
	return [...new Set(schemas.flatMap((schema) => propertyNames(document, schema, 0)))];
}

/** How deep schemas may extend each other; one that extends itself never ends. */
const DEPTH = 20;

function propertyNames(document: Document, node: unknown, depth: number): string[] {
	if (depth > DEPTH) return [];
	const schema = document.resolve(node);
	const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((word) => asList(schema[word]));
	return [
		...Object.keys(asObject(schema.properties)),
		...parts.flatMap((part) => propertyNames(document, part, depth + 1)),
	];
}
