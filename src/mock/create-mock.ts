import { type Api, type ApiDescription, createApi } from './api.ts';
import { corsHeaders } from './cors.ts';
import { errorAnswer } from './error-answer.ts';
import type { MemoryOptions } from './memory.ts';

/** Answers a request, as `fetch` does. */
export type Mock = (request: Request) => Promise<Response>;

/** What a mock of one API is made of. */
export interface MockOptions extends ApiDescription, MemoryOptions {
	/** Where the API's server paths begin, such as `/mock`, so that `/v1/Account/…` is at `/mock/v1/Account/…`. */
	basePath: string;
}

/** What a mock of several APIs is made of. */
export interface MocksOptions extends MemoryOptions {
	/** The APIs by name, in the order in which they are asked for a path. */
	apis: Readonly<Record<string, ApiDescription>>;
	basePath: string;
}

/** The mocks of several APIs. */
export interface Mocks {
	answer: Mock;
	/** Puts the reader whose credentials a request carries back to the seed in every API; false where it carries none. */
	reset(request: Request): boolean;
}

/** Headers that a documented answer may not set on the host that the mock shares with the site. */
const WITHHELD = [
	'clear-site-data',
	'content-encoding',
	'content-length',
	'content-security-policy',
	'refresh',
	'set-cookie',
	'transfer-encoding',
];

/**
 * Makes a mock of an API: a function that answers a request from the documented examples, and refuses it as the API would.
 * Throws a `ProblemError` where a reference of an operation leads nowhere.
 */
export function createMock({ basePath, ...made }: MockOptions): Mock {
	return serve([{ api: createApi(made, made) }], basePath);
}

/**
 * Makes one mock of several APIs. A path goes to the first API that has it; `<basePath>/<name>/…` asks one API alone,
 * for those whose paths collide.
 */
export function createMocks({ apis, basePath, ...options }: MocksOptions): Mocks {
	const served = Object.entries(apis).map(([name, description]) => ({ name, api: createApi(description, options) }));
	return {
		answer: serve(served, basePath),
		reset: (request) => served.map(({ api }) => api.reset(request)).includes(true),
	};
}

interface Served {
	name?: string;
	api: Api;
}

function serve(served: readonly Served[], basePath: string): Mock {
	async function answer(request: Request): Promise<Response> {
		const { pathname } = new URL(request.url);
		const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
		const found = path === undefined ? undefined : choose(served, path, request.method);
		if (!found) return errorAnswer([], { status: 404, message: `No API has the path ${pathname}` });
		try {
			return await found.api.answer(request, found.path);
		} catch (error) {
			return errorAnswer([], { status: 500, message: (error as Error).message });
		}
	}
	return async (request) => finish(request, await answer(request));
}

/** The API that a path goes to, with the path as that API knows it. */
function choose(served: readonly Served[], path: string, method: string): { api: Api; path: string } | undefined {
	const named = served.flatMap(({ name, api }) =>
		name !== undefined && path.startsWith(`/${name}/`) ? [{ api, path: path.slice(name.length + 1) }] : [],
	);
	const candidates = [...named, ...served.map(({ api }) => ({ api, path }))];
	return (
		candidates.find((candidate) => candidate.api.has(candidate.path, method)) ??
		candidates.find((candidate) => candidate.api.has(candidate.path)) ??
		candidates.find((candidate) => candidate.api.covers(candidate.path)) ??
		candidates[0]
	);
}

/** The answer as it leaves the mock: open to every page, stored by none, and without a body for HEAD. */
async function finish(request: Request, response: Response): Promise<Response> {
	const headers = new Headers(response.headers);
	for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
	for (const name of WITHHELD) headers.delete(name);
	for (const [name, value] of Object.entries(corsHeaders(request))) headers.set(name, value);
	headers.set('cache-control', 'no-store');
	const isHead = request.method === 'HEAD';
	if (isHead) headers.set('content-length', String((await response.arrayBuffer()).byteLength));
	return new Response(isHead ? null : response.body, { status: response.status, headers });
}
