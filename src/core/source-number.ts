/**
 * A number whose source text JavaScript would lose: 12345678901234567890, 1.50, 1e400.
 * Loaders put it in place of the number; `Number(x)` and arithmetic still work through `valueOf`.
 */
export class SourceNumber {
	/** The number as it is written in the file. */
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
	valueOf(): number {
		return Number(this.source);
	}
	toString(): string {
		return this.source;
	}
	toJSON(): unknown {
		// Keeps every digit where the runtime can (Node 22, current browsers).
		const raw = (JSON as { rawJSON?: (text: string) => unknown }).rawJSON;
		return raw ? raw(this.source) : Number(this.source);
	}
}

/** The number that a source text means, kept as a `SourceNumber` only where a plain number would change it. */
export function numberFromSource(source: string): number | SourceNumber {
	const value = Number(source);
	return String(value) === source ? value : new SourceNumber(source);
}

/** A number from a document, plain or kept as source. */
export function isNumber(value: unknown): value is number | SourceNumber {
	return typeof value === 'number' || value instanceof SourceNumber;
}

/** JSON with every digit of its numbers kept. Throws where it is none. */
export function parseJsonData(text: string): unknown {
	return JSON.parse(text, (_name, value, context?: { source?: string }) =>
		typeof value === 'number' && context?.source !== undefined ? numberFromSource(context.source) : value,
	);
}
