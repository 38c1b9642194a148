import type { Document } from '../core/document.ts';
import type { MockSpec } from '../core/mock-spec.ts';
import { readOperations } from '../core/read-operations.ts';
import { authenticate } from './authenticate.ts';
import { isPreflight } from './cors.ts';
import { errorAnswer, type Refusal } from './error-answer.ts';
import { identify } from './identify.ts';
import { createMemory, type MemoryOptions } from './memory.ts';
import { createOperationMock, type MockAnswer, type OperationMock } from './operation-mock.ts';
import { readPreference } from './prefer.ts';
import { readBody } from './read-body.ts';
import { createRouter, type Match, type Methods, serverPath } from './router.ts';
import { violationRefusal } from './violation-refusal.ts';

/** One API that the mock serves. Paths are those of the API's own server, such as `/v1/Account/…`. */
export interface Api {
	/** Whether an operation of the API has the path, and the method if one is given. */
	has(path: string, method?: string): boolean;
	/** Whether the path lies under one of the API's servers, though no operation need have it. */
	covers(path: string): boolean;
	answer(request: Request, path: string): Promise<Response>;
	/** Puts the reader whose credentials a request carries back to the seed; false where it carries none. */
	reset(request: Request): boolean;
}

/** What the mock of an API is made of. */
export interface ApiDescription {
	document: Document;
	/** What it remembers of its readers' requests; absent, it answers the documented examples. */
	remembers?: MockSpec;
}

/** Makes the mock of one API. Throws a `ProblemError` where a reference of an operation leads nowhere. */
export function createApi({ document, remembers }: ApiDescription, options: MemoryOptions = {}): Api {
	const operations = readOperations(document);
	const memory = remembers && createMemory(remembers, document, options);
	const router = createRouter(operations);
	const prefixes = [...new Set(operations.map(serverPath))];
	const mocks = new Map<string, Promise<OperationMock>>();
	const refuse = (refusal: Refusal, match?: Match) =>
		errorAnswer(match ? [match.operation, ...operations] : operations, refusal);

	/** Mocks are made when they are first asked, for compiling every schema of a large API takes seconds. */
	function mockOf({ operation, parameters }: Match): Promise<OperationMock> {
		const made = mocks.get(operation.pointer) ?? createOperationMock(operation, [...parameters.keys()]);
		mocks.set(operation.pointer, made);
		return made;
	}

	function refuseMethod(request: Request, methods: Methods): Response {
		const allow = allowedMethods(methods);
		if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
		return refuse({
			status: 405,
			message: `The path takes ${allow}, not ${request.method}`,
			headers: [['allow', allow]],
		});
	}

	async function answerMatch(match: Match, request: Request, path: string): Promise<Response> {
		const { operation, parameters } = match;
		const authentication = authenticate(document, operation, request);
		if (!authentication.passed) {
			const headers = authentication.challenges.map((value): [string, string] => ['www-authenticate', value]);
			return refuse({ status: 401, message: 'Credentials are missing, malformed or wrong', headers }, match);
		}
		const body = await readBody(operation, request);
		if (!body.ok) {
			const accepted = operation.body?.mediaTypes.map((media) => media.name).join(', ');
			return refuse(
				{ ...body, ...(body.status === 415 && accepted ? { headers: [['accept', accepted]] } : {}) },
				match,
			);
		}
		const preference = readPreference(request.headers.get('prefer'), operation);
		const answer = await (await mockOf(match))({ request, parameters, body, preference });
		if ('violations' in answer) return refuse(violationRefusal(operation, answer.violations), match);
		if (preference.status !== undefined) return applied(answer, preference.status);
		if (!memory || preference.example !== undefined || !answer.response.ok) return answer.response;
		const remembered = await memory.answer({ match, request, path, documented: answer.response, body: answer.body });
		return remembered instanceof Response ? remembered : refuse(remembered, match);
	}

	return {
		has(path, method) {
			const methods = router.find(path);
			return methods !== undefined && (method === undefined || methods.has(method));
		},
		covers: (path) => prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
		async answer(request, path) {
			const methods = router.find(path);
			if (isPreflight(request)) return new Response(null, { status: 204 });
			if (!methods) {
				const suggestion = router.suggest(path);
				const hint = suggestion ? `; did you mean ${suggestion}` : '';
				return refuse({ status: 404, message: `No operation has the path ${path}${hint}` });
			}
			const match = methods.get(request.method) ?? (request.method === 'HEAD' ? methods.get('GET') : undefined);
			return match ? answerMatch(match, request, path) : refuseMethod(request, methods);
		},
		reset(request) {
			const reader = identify(document, request);
			if (reader !== undefined) memory?.reset(reader);
			return reader !== undefined;
		},
	};
}

/** The methods of a path as `Allow` lists them: what is documented, and what the mock adds to it. */
function allowedMethods(methods: Methods): string {
	return [...new Set([...methods.keys(), ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
}

/** The answer with the status that the request preferred, which may be one of a range. */
function applied(answer: Extract<MockAnswer, { response: Response }>, status: number): Response {
	const headers = new Headers(answer.response.headers);
	headers.set('preference-applied', `code=${status}`);
	const bodiless = [204, 205, 304].includes(status);
	return new Response(bodiless ? null : answer.response.body, { status, headers });
}
