import { numberFromSource } from '../core/source-number.ts';

/** JSON as data, with every digit of its numbers kept. Throws a `SyntaxError` on what is no JSON. */
export function parseJson(text: string): unknown {
	return JSON.parse(text, (_name, value, context?: { source?: string }) =>
		typeof value === 'number' && context?.source !== undefined ? numberFromSource(context.source) : value,
	);
}
