import { mockRoute } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { listening } from '../server/listening.ts';

/** An answer, read to its end. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** The text as JSON. */
	json: unknown;
}

/** Asks the mock under `/mock`, with credentials unless others are given. */
export type Ask = (
	method: string,
	path: string,
	init?: { headers?: Record<string, string>; body?: string },
) => Promise<Answer>;

/** `Basic` credentials of a pair. */
export function basic(pair: string): { authorization: string } {
	return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Serves the mock of every API in a folder over HTTP for the file's tests. */
export function mocking(specDirectory: string): Ask {
	const { address } = listening(() => ({ siteDirectory: '/nowhere', routes: [mockRoute(readSpecs(specDirectory))] }));
	return async (method, path, { headers, body } = {}) => {
		const response = await fetch(`${address()}/mock${path}`, {
			method,
			headers: { ...basic('id:token'), ...headers },
			signal: AbortSignal.timeout(4_000),
			...(body === undefined ? {} : { body }),
		});
		const text = await response.text();
		const isJson = /[/+]json$/.test(response.headers.get('content-type') ?? '');
		return {
			status: response.status,
			headers: response.headers,
			text,
			json: isJson && text !== '' ? JSON.parse(text) : undefined,
		};
	};
}
