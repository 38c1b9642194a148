import type { Operation } from '../core/operation.ts';

/** What a request prefers to be answered (RFC 7240): a documented status, a named example, or both. */
export interface Preference {
	/** The key of the documented response, e.g. `404`, `4XX` or `default`. */
	responseKey?: string;
	/** The status to answer with. */
	status?: number;
	example?: string;
}

/** Reads a `Prefer: code=404; example=name` header. A status that the operation does not document is ignored, as the RFC allows. */
export function readPreference(header: string | null, operation: Operation): Preference {
	const wishes = new Map(
		(header ?? '').split(/[,;]/).map((wish): [string, string] => {
			const [name = '', ...value] = wish.split('=');
			return [name.trim().toLowerCase(), value.join('=').trim().replace(/^"|"$/g, '')];
		}),
	);
	const code = wishes.get('code') ?? '';
	const example = wishes.get('example');
	const responseKey = /^[2-5]\d\d$/.test(code) ? documentedKey(operation, code) : undefined;
	return {
		...(responseKey ? { responseKey, status: Number(code) } : {}),
		...(example ? { example } : {}),
	};
}

/** The key under which an operation documents a status: the status itself, its range, or `default`. */
function documentedKey(operation: Operation, code: string): string | undefined {
	const keys = operation.responses.map((response) => response.status);
	const range = `${code[0]}XX`;
	return (
		keys.find((key) => key === code) ??
		keys.find((key) => key.toUpperCase() === range) ??
		keys.find((key) => key === 'default')
	);
}
