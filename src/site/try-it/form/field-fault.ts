import { isObject, type Json } from '../../../core/document.ts';
import { parseJsonValue } from '../../../core/json-value.ts';
import { decimalKey, isIntegerText, numberValue, scalarText, toValue } from '../../../core/value.ts';
import type { Field } from './fields.ts';

/** Texts of formats that a page can judge; what it cannot, the API judges. */
const FORMATS: Readonly<Record<string, { test: RegExp; like: string }>> = {
	date: { test: /^\d{4}-\d{2}-\d{2}$/, like: '2026-11-24' },
	'date-time': {
		test: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i,
		like: '2026-11-24T09:30:00Z',
	},
	email: { test: /^[^\s@]+@[^\s@]+$/, like: 'name@example.com' },
	uuid: { test: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, like: 'f5f8a6ee-0a1b-4c3d-9e8f-1234567890ab' },
	uri: { test: /^[a-z][a-z\d+.-]*:\S*$/i, like: 'https://example.com' },
};

/** What is wrong with a field's text, in a sentence; undefined where nothing is. `undefined` text is a field left empty. */
export function fieldFault(field: Field, text: string | undefined): string | undefined {
	if (text === undefined) return field.required ? 'Required.' : undefined;
	const { schema, input } = field;
	if (input === 'integer' && !isIntegerText(text)) return 'A whole number is needed.';
	if (input === 'number' && numberValue(text).kind === 'null') return 'A number is needed.';
	if (input === 'integer' || input === 'number') return numberFault(schema, text);
	if (input === 'choice' && !field.options?.includes(text)) return `One of ${field.options?.join(', ')} is needed.`;
	if (input === 'json') return jsonFault(field, text);
	return textFault(schema, text);
}

function numberFault(schema: Json, text: string): string | undefined {
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
	const limit = (value: unknown) => scalarText(toValue(value));
	if (isNumeric(minimum) && compare(text, limit(minimum)) < 0) return `At least ${limit(minimum)}.`;
	if (isNumeric(maximum) && compare(text, limit(maximum)) > 0) return `At most ${limit(maximum)}.`;
	if (isNumeric(exclusiveMinimum) && compare(text, limit(exclusiveMinimum)) <= 0)
		return `More than ${limit(exclusiveMinimum)}.`;
	if (isNumeric(exclusiveMaximum) && compare(text, limit(exclusiveMaximum)) >= 0)
		return `Less than ${limit(exclusiveMaximum)}.`;
	return undefined;
}

function isNumeric(value: unknown): boolean {
	const { kind } = toValue(value);
	return kind === 'integer' || kind === 'decimal';
}

/** Compares two numbers' texts; whole numbers exactly, however long. */
function compare(a: string, b: string): number {
	if (isIntegerText(a) && isIntegerText(b)) return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0;
	return decimalKey(a) === decimalKey(b) ? 0 : Number(a) - Number(b);
}

function textFault(schema: Json, text: string): string | undefined {
	const { minLength, maxLength, pattern, format } = schema;
	const length = [...text].length;
	if (typeof minLength === 'number' && length < minLength) return `At least ${minLength} characters.`;
	if (typeof maxLength === 'number' && length > maxLength) return `At most ${maxLength} characters.`;
	if (typeof pattern === 'string' && matches(pattern, text) === false) return `Has to match ${pattern}.`;
	const known = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
	return known && !known.test.test(text) ? `Looks like ${known.like}.` : undefined;
}

/** Whether a text matches; undefined where the pattern is none that a browser knows. */
function matches(pattern: string, text: string): boolean | undefined {
	try {
		return new RegExp(pattern, 'u').test(text);
	} catch {
		// The document's pattern is of another dialect: the API will judge.
		return undefined;
	}
}

function jsonFault(field: Field, text: string): string | undefined {
	const value = parseJsonValue(text);
	if (!value) return `JSON is needed${jsonPlace(text)}.`;
	if (field.type === 'array' && value.kind !== 'list') return 'A list is needed: [ … ].';
	if (field.type === 'object' && value.kind !== 'map') return 'An object is needed: { … }.';
	if (field.name === 'body' || !isObject(field.schema)) return undefined;
	const { minItems, maxItems } = field.schema;
	if (value.kind === 'list' && typeof minItems === 'number' && value.items.length < minItems)
		return `At least ${minItems} items.`;
	if (value.kind === 'list' && typeof maxItems === 'number' && value.items.length > maxItems)
		return `At most ${maxItems} items.`;
	return undefined;
}

/** Where JSON goes wrong, as the browser tells it. */
function jsonPlace(text: string): string {
	try {
		JSON.parse(text);
	} catch (error) {
		const { message } = error as Error;
		const at = /position (\d+)/.exec(message)?.[1];
		if (at !== undefined) return `; see line ${text.slice(0, Number(at)).split('\n').length}`;
	}
	return '';
}
