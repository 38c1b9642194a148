import { own } from './own.ts';
import { isNumber, SourceNumber } from './source-number.ts';

/** A value that an operation takes, typed so that each language prints it its own way. */
export type Value =
	| { kind: 'null' }
	| { kind: 'boolean'; value: boolean }
	/** Digits as written, of any size, with an optional minus. */
	| { kind: 'integer'; text: string }
	/** A JSON number with a fraction or an exponent, as written. */
	| { kind: 'decimal'; text: string }
	| { kind: 'string'; text: string }
	| { kind: 'list'; items: Value[] }
	| { kind: 'map'; entries: [name: string, value: Value][] }
	/** Something only the reader has; prints as `<name>`. `value` is a working value, where the document has one. */
	| { kind: 'placeholder'; name: string; value?: string };

/** A value that is something only the reader has. */
export type Placeholder = Extract<Value, { kind: 'placeholder' }>;

/** JSON's null. */
export const nullValue: Value = { kind: 'null' };

/** Whether a number's text has neither fraction nor exponent. */
export function isIntegerText(text: string): boolean {
	return /^-?(0|[1-9]\d*)$/.test(text);
}

/** A typed value from plain JSON data (as loaded: numbers may be `SourceNumber`). `undefined` inside data is left out. */
export function toValue(data: unknown): Value {
	if (data === null || data === undefined) return nullValue;
	if (typeof data === 'string') return { kind: 'string', text: data.toWellFormed() };
	if (typeof data === 'boolean') return { kind: 'boolean', value: data };
	if (typeof data === 'bigint') return { kind: 'integer', text: String(data) };
	if (isNumber(data)) return numberValue(data instanceof SourceNumber ? data.source : String(data));
	if (Array.isArray(data)) return { kind: 'list', items: data.map(toValue) };
	if (data instanceof Date) return { kind: 'string', text: data.toISOString() };
	const entries: [string, Value][] = [];
	for (const [name, item] of Object.entries(data as object)) {
		if (item !== undefined) entries.push([name.toWellFormed(), toValue(item)]);
	}
	return { kind: 'map', entries };
}

/** An integer or decimal value from a number's text; what JSON cannot hold (NaN, Infinity) becomes null. */
export function numberValue(text: string): Value {
	if (isIntegerText(text)) return { kind: 'integer', text: text === '-0' ? '0' : text };
	const json = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
	if (json) return { kind: 'decimal', text };
	const number = Number(text);
	return Number.isFinite(number) ? numberValue(plainDigits(number)) : nullValue;
}

function plainDigits(number: number): string {
	return Number.isInteger(number) ? BigInt(number).toString() : String(number);
}

/** The text that stands for a scalar in a URL, a header or a form field. Lists and maps are serialised by their callers. */
export function scalarText(value: Value): string {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'placeholder':
			return value.value ?? `<${value.name}>`;
		case 'list':
		case 'map':
			return toJsonText(value);
		default:
			return value.text;
	}
}

/** JSON text of a value, every digit kept. `indent` in spaces; 0 for one line without spaces. `placeholder` writes one. */
export function toJsonText(value: Value, indent = 0, placeholder = jsonOfPlaceholder): string {
	return jsonText(value, ' '.repeat(indent), indent > 0 ? '\n' : '', placeholder);
}

function jsonOfPlaceholder({ name, value = `<${name}>` }: Placeholder): string {
	return JSON.stringify(value);
}

/** `step` is one step of indentation, `line` what begins a line at the depth of the value; both empty for one line. */
function jsonText(value: Value, step: string, line: string, placeholder: typeof jsonOfPlaceholder): string {
	switch (value.kind) {
		case 'null':
			return 'null';
		case 'boolean':
			return String(value.value);
		case 'integer':
		case 'decimal':
			return value.text;
		case 'string':
			return JSON.stringify(value.text);
		case 'placeholder':
			return placeholder(value);
		case 'list': {
			const inner = line + step;
			let items = '';
			for (const item of value.items) items += `${items && ','}${inner}${jsonText(item, step, inner, placeholder)}`;
			return items ? `[${items}${line}]` : '[]';
		}
		case 'map': {
			const inner = line + step;
			const colon = step ? ': ' : ':';
			let items = '';
			for (const [name, item] of value.entries)
				items += `${items && ','}${inner}${JSON.stringify(name)}${colon}${jsonText(item, step, inner, placeholder)}`;
			return items ? `{${items}${line}}` : '{}';
		}
	}
}

/** Whether a value is a list or a map that holds something: JSON of it is worth more than one line. */
export function isNested(value: Value): boolean {
	return (value.kind === 'map' && value.entries.length > 0) || (value.kind === 'list' && value.items.length > 0);
}

/** Whether any part of a value satisfies the test. */
export function someValue(value: Value, test: (value: Value) => boolean): boolean {
	if (test(value)) return true;
	if (value.kind === 'list') return value.items.some((item) => someValue(item, test));
	if (value.kind === 'map') return value.entries.some(([, item]) => someValue(item, test));
	return false;
}

/** The value with placeholders replaced by texts, by name; a placeholder without one keeps its own working value. */
export function fillPlaceholders(value: Value, values: Readonly<Record<string, string>>): Value {
	switch (value.kind) {
		case 'placeholder':
			return { kind: 'string', text: own(values, value.name) ?? scalarText(value) };
		case 'list':
			return { kind: 'list', items: value.items.map((item) => fillPlaceholders(item, values)) };
		case 'map':
			return {
				kind: 'map',
				entries: value.entries.map(([name, item]): [string, Value] => [name, fillPlaceholders(item, values)]),
			};
		default:
			return value;
	}
}

/** Whether a JSON number keeps its exact value as a 64-bit float. */
export function fitsDouble(text: string): boolean {
	const number = Number(text);
	return Number.isFinite(number) && decimalKey(text) === decimalKey(String(number));
}

/** Whether an integer's text lies within a signed integer of so many bits. */
export function fitsInteger(text: string, bits: number): boolean {
	if (text.length > 40) return false;
	const value = BigInt(text);
	return BigInt.asIntN(bits, value) === value;
}

/** A number's exact value as a canonical text, so that 1.50, 1.5 and 15e-1 are equal. */
export function decimalKey(text: string): string {
	const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
	if (!match) return text;
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
	const digits = (whole + fraction).replace(/^0+/, '');
	const trimmed = digits.replace(/0+$/, '');
	if (trimmed === '') return '0';
	const scale = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
	return `${sign}${trimmed}e${scale}`;
}
