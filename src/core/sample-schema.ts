import { sample } from 'openapi-sampler';
import { withChoiceNamed } from './discriminator.ts';
import { asList, asObject, type Document, isObject, type Json } from './document.ts';
import { nullValue, toValue, type Value } from './value.ts';

/** How deep a sampled value may nest; what lies deeper is left out, so that circular schemas end. */
const MAX_DEPTH = 8;

/** How many values a sampled one may hold, and of how many schemas one is composed: they multiply with every level. */
const MAX_SIZE = 1000;

/** What one walk through a schema carries along. */
interface Walk {
	document: Document;
	depth: number;
	/** The references being walked, so that a cycle is seen. */
	open: readonly string[];
	/** How many values may still be made. */
	budget: { left: number };
}

/**
 * A value that a schema allows: its own examples first, then defaults and enums, then one drawn from its type.
 * A required text of which nothing is known becomes a placeholder named `name`.
 * Objects hold their required properties, or all where none is required; `readOnly` ones are left out.
 */
export function sampleSchema(document: Document, schema: unknown, name: string): Value {
	return walk({ document, depth: 0, open: [], budget: { left: MAX_SIZE } }, schema, name) ?? nullValue;
}

/** The example that a schema itself states, if any: `const`, `example`, `examples`, `default`, then the first of an `enum`. */
export function statedExample(schema: Json): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.example !== undefined) return schema.example;
	const examples = asList(schema.examples);
	if (examples.length > 0) return examples[0];
	if (schema.default !== undefined && schema.default !== null) return schema.default;
	const values = asList(schema.enum);
	return values.find((value) => value !== null) ?? values[0];
}

/** The type of a schema, the first that is not null where there are several; guessed from its keywords where unsaid. */
export function typeOf(schema: Json): string | undefined {
	const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== undefined);
	const named = types.find((type) => type !== 'null') ?? types[0];
	if (typeof named === 'string') return named;
	if (schema.properties || schema.additionalProperties) return 'object';
	return schema.items ? 'array' : undefined;
}

/** The schema with its `allOf` parts folded in and the first of `oneOf` or `anyOf` taken. */
export function flattenSchema(document: Document, schema: unknown): Json {
	return flatten(document, schema, [], { left: MAX_SIZE });
}

function flatten(document: Document, schema: unknown, open: readonly string[], budget: { left: number }): Json {
	const reference = referenceOf(schema);
	if (budget.left-- <= 0 || (reference && open.includes(reference))) return {};
	const inner = reference ? [...open, reference] : open;
	const resolved = document.resolve(schema);
	let merged: Json = resolved;
	for (const part of asList(resolved.allOf)) {
		merged = merge(flatten(document, part, inner, budget), merged);
		merged = withChoiceNamed(document, merged, document.resolve(part), schema);
	}
	const choices = asList(resolved.oneOf ?? resolved.anyOf);
	const choice = choices.find((option) => document.resolve(option).type !== 'null') ?? choices[0];
	if (choice !== undefined && statedExample(merged) === undefined) {
		merged = merge(flatten(document, choice, inner, budget), merged);
		merged = withChoiceNamed(document, merged, resolved, choice);
	}
	return merged;
}

function referenceOf(node: unknown): string | undefined {
	return isObject(node) && typeof node.$ref === 'string' ? node.$ref : undefined;
}

function merge(base: Json, over: Json): Json {
	const merged: Json = { ...base, ...over };
	if (base.properties || over.properties)
		merged.properties = { ...asObject(base.properties), ...asObject(over.properties) };
	if (base.required || over.required) merged.required = [...asList(base.required), ...asList(over.required)];
	return merged;
}

function walk(at: Walk, node: unknown, name: string): Value | undefined {
	const reference = referenceOf(node);
	if (at.depth > MAX_DEPTH || (reference && at.open.includes(reference)) || at.budget.left-- <= 0) return undefined;
	const inner: Walk = { ...at, depth: at.depth + 1, open: reference ? [...at.open, reference] : at.open };
	const schema = flattenSchema(at.document, node);
	const stated = statedExample(schema);
	if (stated !== undefined) return toValue(stated);
	switch (typeOf(schema)) {
		case 'object':
			return walkObject(inner, schema);
		case 'array':
			return walkArray(inner, schema, name);
		case 'string':
			return isOpenText(schema) ? { kind: 'placeholder', name } : leaf(schema);
		case 'integer':
		case 'number':
		case 'boolean':
			return leaf(schema);
		case 'null':
			return nullValue;
		default:
			return { kind: 'placeholder', name };
	}
}

function walkObject(at: Walk, schema: Json): Value {
	const required = new Set(asList(schema.required));
	const entries: [string, Value][] = [];
	for (const [name, property] of Object.entries(asObject(schema.properties))) {
		if (required.size > 0 && !required.has(name)) continue;
		if (at.document.resolve(property).readOnly === true) continue;
		const value = walk(at, property, name);
		if (value) entries.push([name, value]);
	}
	return { kind: 'map', entries };
}

function walkArray(at: Walk, schema: Json, name: string): Value {
	const item = walk(at, schema.items ?? asList(schema.prefixItems)[0] ?? {}, name);
	return { kind: 'list', items: item ? [item] : [] };
}

/** Text of which the schema says nothing that an invented value could respect. */
function isOpenText(schema: Json): boolean {
	return schema.format === undefined || ['password', 'byte', 'binary', 'uuid'].includes(String(schema.format));
}

function leaf(schema: Json): Value {
	const { format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength } = schema;
	const plain = {
		type: typeOf(schema),
		format,
		minimum,
		maximum,
		exclusiveMinimum,
		exclusiveMaximum,
		multipleOf,
		minLength,
		maxLength,
	};
	return toValue(sample(JSON.parse(JSON.stringify(plain))));
}
