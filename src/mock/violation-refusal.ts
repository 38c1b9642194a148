import type { Operation } from '../core/operation.ts';
import type { Refusal } from './error-answer.ts';
import type { Violation } from './operation-mock.ts';

/** How many violations a message names; a wrong `oneOf` can have dozens. */
const NAMED = 5;

/**
 * Refuses a request that breaks the contract with the status that the operation documents for it: 422, else 400.
 * An identifier of the wrong form in the path is one that does not exist: 404, where the operation documents only that.
 */
export function violationRefusal(operation: Operation, violations: readonly Violation[]): Refusal {
	const inPath = violations.every(({ location }) => location === 'path');
	const status = violationStatus(operation, inPath);
	const messages = [...new Set(violations.map(describe))];
	const rest = messages.length > NAMED ? [`and ${messages.length - NAMED} more`] : [];
	return { status, message: [...messages.slice(0, NAMED), ...rest].join('; ') };
}

/** The status for a request that cannot be taken: 422, else 400 where the operation documents that; 404 only of a wrong path. */
export function violationStatus(operation: Operation, inPath = false): 400 | 404 | 422 {
	const documented = new Set(operation.responses.map((response) => response.status));
	return ([422, 400, 404] as const).find((code) => documented.has(String(code)) && (code !== 404 || inPath)) ?? 422;
}

function describe({ location, path, message }: Violation): string {
	if (location !== 'body') return `${location} parameter ${message}`;
	// Of a property that is missing at the top, the mock server gives the property's own path.
	const missing = /^must have required property '(.*)'$/.exec(message)?.[1];
	const place = path === `/${missing}` ? '' : path;
	return message.startsWith('Request body') ? message : `body${place} ${message}`;
}
