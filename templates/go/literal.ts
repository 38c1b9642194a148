import { type EscapeRules, escapeText, hex } from '../../src/core/escape-text.ts';
import { bracket } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { placeholderLiteral } from '../../src/core/printer.ts';
import { fitsDouble, fitsInteger, type Value } from '../../src/core/value.ts';
import { alignColons } from './align-colons.ts';

const ESCAPES: EscapeRules = {
	named: { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '"': '\\"' },
	unicode: (code) => (code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`),
};

/** Text as it stands inside an interpreted string literal. */
export const inside = (text: string) => escapeText(text, ESCAPES);

/** An interpreted string literal. */
export const string = (text: string) => `"${inside(text)}"`;

/**
 * Literals and variables joined by `+`, without blanks, as gofmt writes them among several arguments.
 * @example "https://host/"+authId+"/"
 */
export function interpolate(parts: ({ text: string } | { code: string })[]): string {
	const operands: string[] = [];
	let text = '';
	const flush = () => {
		if (text) operands.push(`"${text}"`);
		text = '';
	};
	for (const part of parts) {
		if ('text' in part) {
			text += part.text;
			continue;
		}
		flush();
		operands.push(part.code);
	}
	flush();
	return operands.join('+') || '""';
}

/**
 * A value of Go's own types, as `any` holds it: lists are `[]any`, maps are `map[string]any`, null is `nil`.
 * Numbers stand as they are, for a constant takes the type that it is assigned to; one that neither an int64 nor a
 * float64 holds exactly is a `json.Number`.
 */
export function literal(value: Value): Doc {
	switch (value.kind) {
		case 'null':
			return 'nil';
		case 'boolean':
			return String(value.value);
		case 'integer':
			return fitsInteger(value.text, 64) ? value.text : jsonNumber(value.text);
		case 'decimal':
			return fitsDouble(value.text) ? value.text.toLowerCase() : jsonNumber(value.text);
		case 'string':
			return string(value.text);
		case 'placeholder':
			return placeholderLiteral({ string }, value.name);
		case 'list':
			return bracket('[]any{', '}', value.items.map(literal));
		case 'map':
			return fields(
				'map[string]any{',
				value.entries.map(([name, item]) => [string(name), literal(item)]),
			);
	}
}

/** Begins a number that no type of Go's own holds exactly. */
export const JSON_NUMBER = 'json.Number(';

const jsonNumber = (text: string): Doc => [JSON_NUMBER, string(text), ')'];

/** A composite literal with keys: the fields of a struct, or the entries of a map. */
export function fields(open: string, entries: [name: string, value: Doc][]): Doc {
	return bracket(
		open,
		'}',
		entries.map(([name, value]) => [`${name}: `, value]),
		{ align: alignColons },
	);
}
