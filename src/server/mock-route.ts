import type { Document } from '../core/document.ts';
import { createMocks } from '../mock/create-mock.ts';
import type { Route } from './route.ts';
import { SANDBOXED_HEADERS } from './security-headers.ts';

/** `/mock`: every API's own paths, answered from its document. Throws a `ProblemError` as `createMocks` does. */
export function mockRoute(apis: Readonly<Record<string, Document>>): Route {
	const prefix = '/mock';
	const headers = {
		...SANDBOXED_HEADERS,
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	};
	return { prefix, answer: createMocks({ apis, basePath: prefix }), headers };
}
