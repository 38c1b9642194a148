import { numberFromSource } from '../core/source-number.ts';

/** Strings, which may hold digits too, and numbers of a valid JSON text. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|(-?\d[\d.eE+-]*)/g;

/**
 * JSON's data; numbers that JavaScript would change are `SourceNumber`s. Throws a `SyntaxError` where the text is no JSON.
 * To look at each value while parsing takes several times as long as to parse: it is done only where it has to be.
 */
export function parseJsonExactly(text: string): unknown {
	const data: unknown = JSON.parse(text);
	if (!changesNumber(text)) return data;
	return JSON.parse(text, (_name, value, context?: { source?: string }) =>
		typeof value === 'number' && context?.source !== undefined ? numberFromSource(context.source) : value,
	);
}

function changesNumber(text: string): boolean {
	for (const [, number] of text.matchAll(TOKENS)) {
		if (number !== undefined && String(Number(number)) !== number) return true;
	}
	return false;
}
