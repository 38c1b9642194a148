import { isObject } from './document.ts';
import { numberValue, toValue, type Value } from './value.ts';

/** A value from JSON text, every digit kept; undefined where it is no JSON. */
export function parseJsonValue(text: string): Value | undefined {
	try {
		return reviveValue(JSON.parse(text, keepSource));
	} catch {
		// Not JSON: the caller keeps the text as it is.
		return undefined;
	}
}

/** Marks a number by the text that it was written as. */
class NumberText {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

function keepSource(_name: string, value: unknown, context?: { source?: string }): unknown {
	return typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value;
}

function reviveValue(data: unknown): Value {
	if (data instanceof NumberText) return numberValue(data.text);
	if (Array.isArray(data)) return { kind: 'list', items: data.map(reviveValue) };
	if (isObject(data)) {
		return {
			kind: 'map',
			entries: Object.entries(data).map(([name, item]): [string, Value] => [name, reviveValue(item)]),
		};
	}
	return toValue(data);
}
