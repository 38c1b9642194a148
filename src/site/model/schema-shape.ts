import { asList, asObject, asText, type Document, isObject, type Json } from '../../core/document.ts';
import { statedExample, typeOf } from '../../core/sample-schema.ts';
import { toJsonText, toValue } from '../../core/value.ts';

/** One thing that a schema says beside its type: a default, a limit, what is allowed. */
export interface Fact {
	label: string;
	/** Values, shown as code. */
	values?: string[];
	/** Plain words, where the fact is no value. */
	text?: string;
}

/** A schema as a reader sees it: references followed, `allOf` folded, ends where it would repeat itself. */
export interface Shape {
	/** `string`, `array of objects`, `string or null`. */
	type: string;
	format?: string;
	description?: string;
	facts: Fact[];
	/** The properties of an object, or of the objects in an array. */
	properties: Property[];
	/** What `oneOf` or `anyOf` leaves open. */
	alternatives: Shape[];
	/** The name of the schema that this one is once more inside itself. */
	recursive?: string;
}

/** One property of an object. */
export interface Property {
	name: string;
	required: boolean;
	deprecated: boolean;
	shape: Shape;
}

/** How deep a shape may nest before it ends, so that a document cannot make a page endless. */
const MAX_DEPTH = 10;

/** Reads the shape of a schema. */
export function readShape(document: Document, schema: unknown): Shape {
	return walk(document, schema, []);
}

function walk(document: Document, node: unknown, open: readonly string[]): Shape {
	const reference = isObject(node) && typeof node.$ref === 'string' ? node.$ref : undefined;
	if (open.length > MAX_DEPTH || (reference && open.includes(reference))) {
		const name = reference?.slice(reference.lastIndexOf('/') + 1) ?? 'object';
		return { type: name, facts: [], properties: [], alternatives: [], recursive: name };
	}
	const inner = [...open, reference ?? ''];
	const schema = foldAllOf(document, node);
	const { choices, nullable } = readChoices(document, schema);
	const only = choices.length === 1 ? foldAllOf(document, choices[0]) : undefined;
	const whole = only ? { ...only, ...schema, type: schema.type ?? only.type } : schema;
	const items = typeOf(whole) === 'array' ? walk(document, whole.items ?? {}, inner) : undefined;
	const description = asText(whole.description);
	const format = asText(whole.format) ?? (items?.format && !items.properties.length ? items.format : undefined);
	return {
		type: typeText(whole, nullable, items, choices.length > 1),
		...(format ? { format } : {}),
		...(description ? { description } : {}),
		facts: [...factsOf(whole), ...(items?.facts ?? []).filter(({ label }) => label === 'Allowed')],
		properties: items ? items.properties : propertiesOf(document, whole, inner),
		alternatives: items
			? items.alternatives
			: choices.length > 1
				? choices.map((choice) => walk(document, choice, inner))
				: [],
		...(items?.recursive ? { recursive: items.recursive } : {}),
	};
}

function foldAllOf(document: Document, node: unknown, depth = 0): Json {
	const schema = document.resolve(node);
	if (depth > MAX_DEPTH || !schema.allOf) return schema;
	const parts = asList(schema.allOf).map((part) => foldAllOf(document, part, depth + 1));
	const { allOf: _, ...own } = schema;
	const all = [...parts, own];
	return Object.assign({}, ...all, {
		properties: Object.assign({}, ...all.map(({ properties }) => asObject(properties))),
		required: all.flatMap(({ required }) => asList(required)),
	});
}

function readChoices(document: Document, schema: Json): { choices: unknown[]; nullable: boolean } {
	const all = asList(schema.oneOf ?? schema.anyOf);
	const choices = all.filter((choice) => document.resolve(choice).type !== 'null');
	const nullable =
		choices.length < all.length || schema.nullable === true || (asList(schema.type).includes('null') as boolean);
	return { choices, nullable };
}

function propertiesOf(document: Document, schema: Json, open: readonly string[]): Property[] {
	const required = new Set(asList(schema.required));
	return Object.entries(asObject(schema.properties)).map(([name, property]) => ({
		name,
		required: required.has(name),
		deprecated: document.resolve(property).deprecated === true,
		shape: walk(document, property, open),
	}));
}

function typeText(schema: Json, nullable: boolean, items: Shape | undefined, several: boolean): string {
	const named = asList(schema.type).filter((type) => type !== 'null');
	const plain = named.length > 1 ? named.join(' or ') : (typeOf(schema) ?? (several ? 'one of several' : 'any'));
	const text = items ? `array of ${plural(items)}` : plain;
	return nullable ? `${text} or null` : text;
}

function plural({ type }: Shape): string {
	return /^(string|number|integer|boolean|object)$/.test(type) ? `${type}s` : type === 'any' ? 'anything' : type;
}

/** What a schema says beside its type, in the order in which a reader asks. */
export function factsOf(schema: Json): Fact[] {
	const facts: Fact[] = [];
	const say = (label: string, text: string | undefined) => text && facts.push({ label, text });
	if (schema.const !== undefined) facts.push({ label: 'Always', values: [valueText(schema.const)] });
	if (schema.enum) facts.push({ label: 'Allowed', values: asList(schema.enum).map(valueText) });
	if (schema.default !== undefined) facts.push({ label: 'Default', values: [valueText(schema.default)] });
	say('Range', rangeText(schema));
	say('Length', lengthText(schema));
	say('Items', span(schema.minItems, schema.maxItems, 'item'));
	if (schema.multipleOf !== undefined) say('Multiple of', String(schema.multipleOf));
	if (typeof schema.pattern === 'string') facts.push({ label: 'Pattern', values: [schema.pattern] });
	if (schema.const === undefined && (schema.example !== undefined || asList(schema.examples).length > 0))
		facts.push({ label: 'Example', values: [valueText(statedExample(schema))] });
	return facts;
}

/** A value in one line, text without its quotes unless it is empty. */
export function valueText(value: unknown): string {
	return typeof value === 'string' && value !== '' ? value : toJsonText(toValue(value));
}

function rangeText(schema: Json): string | undefined {
	const low = schema.minimum ?? (typeof schema.exclusiveMinimum === 'boolean' ? undefined : schema.exclusiveMinimum);
	const high = schema.maximum ?? (typeof schema.exclusiveMaximum === 'boolean' ? undefined : schema.exclusiveMaximum);
	const above = schema.minimum === undefined || schema.exclusiveMinimum === true;
	const below = schema.maximum === undefined || schema.exclusiveMaximum === true;
	const from = low === undefined ? undefined : above ? `more than ${low}` : `${low}`;
	const to = high === undefined ? undefined : below ? `less than ${high}` : `${high}`;
	if (from !== undefined && to !== undefined) return above || below ? `${from}, ${to}` : `${from} to ${to}`;
	if (from !== undefined) return above ? from : `${from} or more`;
	return to === undefined || below ? to : `${to} or less`;
}

function lengthText({ minLength, maxLength }: Json): string | undefined {
	return String(minLength) === '1' && maxLength === undefined ? 'not empty' : span(minLength, maxLength, 'character');
}

function span(low: unknown, high: unknown, unit: string): string | undefined {
	const units = (count: unknown) => `${count} ${unit}${String(count) === '1' ? '' : 's'}`;
	if (low !== undefined && high !== undefined)
		return String(low) === String(high) ? units(low) : `${low} to ${units(high)}`;
	if (low !== undefined) return `${units(low)} or more`;
	return high === undefined ? undefined : `${units(high)} or fewer`;
}
