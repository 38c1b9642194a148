/** A JSON number as it was written: no digit is lost, whatever its size. */
export class ExactNumber {
	readonly source: string;

	constructor(source: string) {
		this.source = source;
	}

	/** The same text for the same value: `1`, `1.0` and `10e-1` agree. */
	get value(): string {
		const [, sign = '', whole = '', fraction = '', exponent = '0'] =
			/^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(this.source) ?? [];
		const digits = `${whole}${fraction}`.replace(/^0+/, '');
		const significant = digits.replace(/0+$/, '');
		if (significant === '') return '0';
		const shift = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
		return `${sign}${significant}e${shift}`;
	}
}

/** A JSON value whose numbers are exact. */
export type ExactJson = null | boolean | string | ExactNumber | ExactJson[] | { [name: string]: ExactJson };

/** Parses JSON without rounding its numbers, or says undefined where it is none. */
export function parseExactJson(text: string): ExactJson | undefined {
	// TypeScript does not know yet that a reviver is told the source of a number.
	const revive = (_name: string, value: unknown, context?: { source?: string }) =>
		typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value;
	try {
		return JSON.parse(text, revive) as ExactJson;
	} catch {
		return undefined;
	}
}

/**
 * Says where two JSON values differ, one sentence a place, each beginning with a JSON pointer.
 * @example compareJson({ limit: 5 }, { limit: 4 }) // ['/limit: expected 5, received 4']
 */
export function compareJson(expected: ExactJson, received: ExactJson, pointer = ''): string[] {
	if (isObject(expected) && isObject(received)) {
		const names = [...new Set([...Object.keys(expected), ...Object.keys(received)])];
		return names.flatMap((name) => {
			const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
			const [left, right] = [own(expected, name), own(received, name)];
			if (left === undefined) return [`${at}: not expected, received ${printJson(right ?? null)}`];
			if (right === undefined) return [`${at}: expected ${printJson(left)}, received nothing`];
			return compareJson(left, right, at);
		});
	}
	if (Array.isArray(expected) && Array.isArray(received)) {
		const length = `${expected.length} items, received ${received.length}`;
		const counts = expected.length === received.length ? [] : [`${pointer}: expected ${length}`];
		const shared = expected.slice(0, received.length);
		return [...counts, ...shared.flatMap((item, at) => compareJson(item, received[at] ?? null, `${pointer}/${at}`))];
	}
	if (sameScalar(expected, received)) return [];
	return [`${pointer}: expected ${printJson(expected)}, received ${printJson(received)}`];
}

/** A value as JSON, its numbers as they were written. */
export function printJson(value: ExactJson): string {
	if (value instanceof ExactNumber) return value.source;
	if (Array.isArray(value)) return `[${value.map(printJson).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${printJson(item)}`);
	return `{${members.join(',')}}`;
}

/** Tells an object from every other JSON value. */
export function isObject(value: ExactJson): value is { [name: string]: ExactJson } {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

function own(object: { [name: string]: ExactJson }, name: string): ExactJson | undefined {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

function sameScalar(expected: ExactJson, received: ExactJson): boolean {
	if (expected instanceof ExactNumber && received instanceof ExactNumber) {
		return expected.value === received.value;
	}
	return expected === received;
}
