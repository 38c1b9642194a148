import { asList, asObject, type Document, isObject, type Json } from '../../../core/document.ts';
import { SourceNumber } from '../../../core/source-number.ts';

const ONE =
	/^(items|not|if|then|else|contains|additionalProperties|unevaluatedProperties|unevaluatedItems|propertyNames)$/;
const LIST = /^(allOf|anyOf|oneOf|prefixItems)$/;
const MAP = /^(properties|patternProperties|dependentSchemas)$/;
const PLAIN =
	/^(type|enum|const|required|dependentRequired|format|pattern|multipleOf|(exclusive)?(minimum|maximum)|exclusive(Minimum|Maximum)|(min|max)(Length|Items|Properties|Contains)|uniqueItems)$/;

/**
 * The schema of an answer as a JSON Schema (2020-12) that stands alone: every schema it refers to is under `$defs`.
 * What OpenAPI 3.0 says its own way (`nullable`, a boolean `exclusiveMinimum`) is said in the standard's; a write-only
 * property may not come in an answer, nor a read-only one in a request, and is not required there. What no validator can use is left out: patterns that
 * are no regular expression, references that lead nowhere.
 */
export function answerSchema(document: Document, schema: unknown, way: 'answer' | 'request' = 'answer'): Json {
	const oneWay = way === 'answer' ? 'writeOnly' : 'readOnly';
	const definitions: Json = {};
	const names = new Map<string, string>();

	function refer(reference: string): Json {
		let name = names.get(reference);
		if (name === undefined) {
			name = `schema${names.size}`;
			names.set(reference, name);
			definitions[name] = copy(resolveIfPossible(document, { $ref: reference }));
		}
		return { $ref: `#/$defs/${name}` };
	}

	function copy(node: unknown): unknown {
		if (typeof node === 'boolean') return node;
		if (!isObject(node)) return {};
		const copied: Json = {};
		for (const [keyword, value] of Object.entries(node)) {
			if (keyword === '$ref') Object.assign(copied, refer(String(value)));
			else if (ONE.test(keyword)) copied[keyword] = copy(value);
			else if (LIST.test(keyword)) copied[keyword] = asList(value).map(copy);
			else if (MAP.test(keyword))
				copied[keyword] = mapOf(Object.entries(asObject(value)).map(([name, item]) => [name, copyProperty(item)]));
			else if (PLAIN.test(keyword) && isUsable(keyword, value)) copied[keyword] = plain(value);
		}
		if (node.required) copied.required = asList(node.required).filter((name) => !isOneWay(node, String(name)));
		exclusive(copied, 'exclusiveMinimum', 'minimum');
		exclusive(copied, 'exclusiveMaximum', 'maximum');
		return node.nullable === true ? { anyOf: [copied, { type: 'null' }] } : copied;
	}

	const copyProperty = (node: unknown) => (resolveIfPossible(document, node)[oneWay] === true ? false : copy(node));
	const isOneWay = (node: Json, name: string) => {
		const properties = asObject(node.properties);
		return Object.hasOwn(properties, name) && copyProperty(properties[name]) === false;
	};
	const whole = asObject(copy(schema));
	return { ...whole, $defs: definitions };
}

/** OpenAPI 3.0 says `exclusiveMinimum: true` beside a `minimum`. */
function exclusive(schema: Json, keyword: string, limit: string): void {
	if (typeof schema[keyword] !== 'boolean') return;
	if (schema[keyword]) {
		schema[keyword] = schema[limit];
		delete schema[limit];
	} else delete schema[keyword];
}

function resolveIfPossible(document: Document, node: unknown): Json {
	try {
		return document.resolve(node);
	} catch {
		// A reference that leads nowhere is the lint's to report; here it allows anything.
		return {};
	}
}

function isUsable(keyword: string, value: unknown): boolean {
	if (keyword !== 'pattern') return true;
	try {
		new RegExp(String(value), 'u');
		return true;
	} catch {
		return false;
	}
}

/** Data without numbers that keep their source text, which a validator takes for objects. */
function plain(value: unknown): unknown {
	if (value instanceof SourceNumber) return Number(value.source);
	if (Array.isArray(value)) return value.map(plain);
	return isObject(value) ? mapOf(Object.entries(value).map(([name, item]) => [name, plain(item)])) : value;
}

/** An object of entries whose names may be `__proto__`. */
function mapOf(entries: [string, unknown][]): Json {
	return Object.fromEntries(entries);
}
