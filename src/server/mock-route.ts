import type { ApiDescription } from '../mock/api.ts';
import { createMocks, type Mocks } from '../mock/create-mock.ts';
import { isCrossSite } from './cross-site.ts';
import { problemAnswer } from './problem-answer.ts';
import type { Route } from './route.ts';
import { SANDBOXED_HEADERS } from './security-headers.ts';
import type { Services } from './services.ts';

const PREFIX = '/mock';

/** Where a reader puts what the mock remembers of her back to the beginning. */
export const MOCK_STATE_PATH = '/_specimen/mock-state';

/** `/mock`: every API's own paths, answered from its document and its state. Throws a `ProblemError` as `createMocks` does. */
export function mockRoute(apis: Readonly<Record<string, ApiDescription>>): Route {
	return answering(createMocks({ apis, basePath: PREFIX }));
}

/** `/mock`, and `DELETE /_specimen/mock-state`, which resets the reader whose credentials it carries. Throws as `createMocks` does. */
export function mockRoutes(apis: Readonly<Record<string, ApiDescription>>): Route[] {
	const mocks = createMocks({ apis, basePath: PREFIX });
	return [answering(mocks), { prefix: MOCK_STATE_PATH, answer: (request) => reset(mocks, request) }];
}

/** What pages have to know of the mock: that it is there, which APIs remember what is sent to them, and where to reset them. */
export function mockServices(apis: Readonly<Record<string, ApiDescription>>): Services {
	const remembering = Object.keys(apis).filter((name) => apis[name]?.remembers);
	return {
		mock: true,
		...(remembering.length > 0 ? { 'mock-state': { apis: remembering, url: MOCK_STATE_PATH } } : {}),
	};
}

function answering({ answer }: Mocks): Route {
	const headers = {
		...SANDBOXED_HEADERS,
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	};
	return { prefix: PREFIX, answer, headers };
}

function reset(mocks: Mocks, request: Request): Response {
	if (request.method !== 'DELETE') {
		const refusal = problemAnswer(405);
		refusal.headers.set('allow', 'DELETE');
		return refusal;
	}
	if (isCrossSite(request)) return problemAnswer(403, 'Pages of other sites cannot reset the mock');
	if (!mocks.reset(request)) return problemAnswer(401, 'Send the credentials whose state is to be reset');
	return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
