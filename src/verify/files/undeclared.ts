import { asList, asObject, type Document, isObject } from '../../core/document.ts';
import type { Operation } from '../../core/operation.ts';

/** The names in a query that an operation does not declare. A name's brackets (`filter[from]`) do not count. */
export function undeclaredQuery(operation: Operation, pairs: readonly (readonly [string, string])[]): string[] {
	const declared = operation.parameters.filter(
		(parameter) => parameter.in === 'query' || parameter.in === 'querystring',
	);
	// An object in pieces, or a whole query described at once, can have names of any kind.
	const open = declared.some(({ in: place, style, explode, schema }) => {
		const type = operation.document.resolve(schema).type;
		return place === 'querystring' || (style === 'form' && explode && type === 'object');
	});
	if (open) return [];
	const keys = operation.auth.flatMap((way) => (way.kind === 'apiKey' && way.in === 'query' ? [way.name] : []));
	const names = new Set([...declared.map(({ name }) => name), ...keys]);
	const sent = new Set(pairs.map(([name]) => name));
	return [...sent].filter(
		(name) => !names.has(name) && !names.has(name.replace(/\[.*$/, '')) && !names.has(`${name}[]`),
	);
}

/** The names at the top of a body of JSON or of a form that no schema of its media type declares. */
export function undeclaredProperties(operation: Operation, text: string, mediaType: string): string[] {
	const types = operation.body?.mediaTypes ?? [];
	const media = types.find(({ name }) => name.split(';')[0]?.trim().toLowerCase() === mediaType) ?? types[0];
	if (text === '' || !media) return [];
	const names = new Set<string>();
	const open = declare(operation.document, media.schema, names, new Set());
	if (open || names.size === 0) return [];
	return namesOf(text, mediaType).filter((name) => !names.has(name) && !names.has(name.replace(/\[.*$/, '')));
}

function namesOf(text: string, mediaType: string): string[] {
	if (mediaType === 'application/x-www-form-urlencoded') return [...new Set(new URLSearchParams(text).keys())];
	if (!/[/+]json$/.test(mediaType) && mediaType !== '') return [];
	const body: unknown = JSON.parse(text);
	return isObject(body) ? Object.keys(body) : [];
}

/** Gathers the names that a schema and those it is made of declare; true where one of them says that others may come. */
function declare(document: Document, node: unknown, names: Set<string>, seen: Set<unknown>): boolean {
	const schema = document.resolve(node);
	if (seen.has(schema)) return false;
	seen.add(schema);
	for (const name of Object.keys(asObject(schema.properties))) names.add(name);
	const more = schema.additionalProperties;
	const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((word) => asList(schema[word]));
	const open = parts.map((part) => declare(document, part, names, seen)).includes(true);
	return open || more === true || isObject(more) || schema.patternProperties !== undefined;
}
