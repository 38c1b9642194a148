import type { CapturedRequest } from './captured-request.ts';
import { type Comparison, compareRequest } from './compare-request.ts';
import type { Expectation } from './quirks.ts';

/**
 * Compares what was sent with what is expected, in order. Each of `extra` may come once more at any
 * place (some SDKs fetch a resource again before they use it).
 */
export function compareRequests(
	expected: readonly Expectation[],
	received: readonly CapturedRequest[],
	extra: readonly Expectation[] = [],
): Comparison {
	const differences: string[] = [];
	const unused: string[] = [];
	const waiting = [...expected];
	const spare = [...extra];
	for (const [at, request] of received.entries()) {
		const [next] = waiting;
		const exact = next && compareRequest(next, request);
		const tolerated = spare.findIndex((other) => compareRequest(other, request).differences.length === 0);
		if (exact?.differences.length !== 0 && tolerated >= 0) {
			spare.splice(tolerated, 1);
			continue;
		}
		const place = received.length > 1 || expected.length > 1 ? `request ${at + 1}: ` : '';
		if (!exact) {
			differences.push(`${place}${name(request)} is not expected`);
			continue;
		}
		waiting.shift();
		differences.push(...exact.differences.map((difference) => place + difference));
		unused.push(...exact.unused);
	}
	for (const { request } of waiting) differences.push(`${request.method} ${request.url} was never sent`);
	for (const { request } of spare) unused.push(`extra request: ${request.method} ${request.url}`);
	return { differences, unused };
}

function name({ method, scheme, host, path, query }: CapturedRequest): string {
	return `${method} ${scheme}://${host}${path}${query === '' ? '' : `?${query}`}`;
}
