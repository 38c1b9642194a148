import { asList, asObject, type Document } from './document.ts';
import { isJsonMediaType, type Operation } from './operation.ts';

/** The names that a JSON body of an operation can have at its top, as its schemas say, those that it extends included. */
export function bodyProperties({ document, body }: Operation): string[] {
	const schemas = (body?.mediaTypes ?? []).filter(({ name }) => isJsonMediaType(name)).map(({ schema }) => schema);
	return [...new Set(schemas.flatMap((schema) => propertyNames(document, schema, new Set())))];
}

/** Each schema is read once: those that extend each other may go in circles, and multiply. */
function propertyNames(document: Document, node: unknown, seen: Set<unknown>): string[] {
	const schema = document.resolve(node);
	if (seen.has(schema)) return [];
	seen.add(schema);
	const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((word) => asList(schema[word]));
	return [...Object.keys(asObject(schema.properties)), ...parts.flatMap((part) => propertyNames(document, part, seen))];
}
