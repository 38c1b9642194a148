import { asList, asObject, asText, type Document, type Json } from './document.ts';
import { type Example, isJsonMediaType } from './operation.ts';
import { flattenSchema } from './sample-schema.ts';
import { parseJsonData } from './source-number.ts';

/** The examples of a parameter, or else the one that its schema states of itself; a default is none. */
export function parameterExamples(document: Document, node: Json, schema: unknown, mediaType?: string): Example[] {
	const own = readExamples(document, node, mediaType);
	if (own.length > 0) return own;
	const { example, examples } = flattenSchema(document, schema);
	const value = example === undefined ? asList(examples)[0] : example;
	return value === undefined ? [] : [{ name: 'default', value }];
}

/** The examples that a media type or a parameter names, `dataValue` and `serializedValue` of OpenAPI 3.2 included. */
export function readExamples(document: Document, node: Json, mediaType?: string): Example[] {
	const named = Object.entries(asObject(node.examples)).flatMap(([name, item]): Example[] => {
		const example = document.resolve(item);
		const stated = ['dataValue', 'value'].find((keyword) => keyword in example);
		// How a parameter was serialised says nothing sure of its value.
		const value = stated ? example[stated] : mediaType && readSerialized(example.serializedValue, mediaType);
		if (value === undefined) return [];
		return [{ name, value, ...(asText(example.summary) ? { summary: asText(example.summary) } : {}) }];
	});
	return named.length === 0 && node.example !== undefined ? [{ name: 'default', value: node.example }] : named;
}

function readSerialized(text: unknown, mediaType: string): unknown {
	if (typeof text !== 'string' || !isJsonMediaType(mediaType)) return text;
	try {
		return parseJsonData(text);
	} catch {
		// It is no JSON: it is sent as it is written.
		return text;
	}
}
