import type { HttpRequest } from '../core/http-request.ts';
import type { Operation, Response } from '../core/operation.ts';
import { isJsonMediaType, successResponse } from '../core/operation.ts';
import type { Api } from '../core/sample.ts';
import { sampleSchema } from '../core/sample-schema.ts';
import type { Task } from '../core/task.ts';
import { toJsonText, toValue } from '../core/value.ts';
import { type Answer, brokenOff, malformed } from './answer.ts';
import type { CapturedRequest } from './captured-request.ts';
import type { ExpectedRequests } from './expected-requests.ts';

/** What the API does to a sample in one run. */
export interface ApiOutcome {
	/** `success`, `401`, `404 at the first request`, `500 with an empty body`… */
	name: string;
	/** Whether the sample has to report it and end with a code other than 0. */
	fails: boolean;
	answer: ((request: CapturedRequest) => Answer) | 'refuse';
}

/**
 * Every outcome that a sample is run against. Failures strike at its last request, and at the first as well where there
 * are several: a sample that ignores one of them is seen either way. `readsJson`: the sample parses what it is answered.
 */
export function apiOutcomes(api: Api, task: Task, { expected }: ExpectedRequests, readsJson: boolean): ApiOutcome[] {
	const succeed = (request: CapturedRequest) => successAnswer(api, task, request);
	const last = expected.at(-1)?.request;
	const isLast = (request: CapturedRequest) =>
		expected.length < 2 || (last !== undefined && sameResource(request, last));
	const failures: [name: string, answer: (request: CapturedRequest) => Answer][] = [
		['401', () => errorAnswer(task.operation, '401')],
		['404', () => errorAnswer(task.operation, '404')],
		['500 with an empty body', () => ({ status: 500, body: '' })],
	];
	const outcomes: ApiOutcome[] = [{ name: 'success', fails: false, answer: succeed }];
	for (const [name, answer] of failures) {
		outcomes.push({ name, fails: true, answer: (request) => (isLast(request) ? answer(request) : succeed(request)) });
		if (expected.length > 1) outcomes.push({ name: `${name} at the first request`, fails: true, answer });
	}
	if (answersJson(task.operation)) {
		const spoil = (damage: (answer: Answer) => Answer) => (request: CapturedRequest) =>
			isLast(request) ? damage(succeed(request)) : succeed(request);
		outcomes.push({ name: 'a body that breaks off', fails: true, answer: spoil(brokenOff) });
		if (readsJson) outcomes.push({ name: 'a body that is no JSON', fails: true, answer: spoil(malformed) });
	}
	return [...outcomes, { name: 'a refused connection', fails: true, answer: 'refuse' }];
}

/** The same method and path; empty segments do not count, as some SDKs send them. */
function sameResource({ method, path }: CapturedRequest, request: HttpRequest): boolean {
	const segments = (text: string) => text.split('/').filter(Boolean).join('/');
	return method === request.method && segments(path) === segments(new URL(request.url).pathname);
}

function answersJson(operation: Operation): boolean {
	if (operation.method === 'HEAD') return false;
	return successResponse(operation)?.mediaTypes.some(({ name }) => isJsonMediaType(name)) ?? false;
}

/** The documented answer to whatever operation the request is for; the task's own example where it is the task's. */
function successAnswer(api: Api, task: Task, request: CapturedRequest): Answer {
	const operation = findOperation(api, task, request) ?? task.operation;
	const example = operation === task.operation ? task.example : undefined;
	const response = successResponse(operation);
	return response ? toAnswer(operation, response, example) : { status: 200, body: '' };
}

/** What the document says that an operation answers where all is well. */
export function documentedAnswer(operation: Operation): Answer {
	const response = successResponse(operation);
	return response ? toAnswer(operation, response) : { status: 200, body: '' };
}

function errorAnswer(operation: Operation, status: string): Answer {
	const response = operation.responses.find((other) => other.status === status);
	if (response) return toAnswer(operation, response);
	return { status: Number(status), body: JSON.stringify({ error: `status ${status}` }) };
}

function toAnswer(operation: Operation, response: Response, exampleName?: string): Answer {
	// An interim answer (1xx) is followed by another, of which the document says nothing.
	const status = /^[2-5]\d\d$/.test(response.status) ? Number(response.status) : 200;
	const media = response.mediaTypes.find(({ name }) => isJsonMediaType(name)) ?? response.mediaTypes[0];
	if (!media || operation.method === 'HEAD') return { status, body: '' };
	const example = media.examples.find(({ name }) => name === exampleName) ?? media.examples[0];
	const value = example ? toValue(example.value) : sampleSchema(operation.document, media.schema ?? {}, 'value');
	const body = !isJsonMediaType(media.name) && value.kind === 'string' ? value.text : toJsonText(value);
	return { status, headers: [['content-type', media.name.includes('*') ? 'application/json' : media.name]], body };
}

/** The operation whose method and path fit a request, the task's own before others; empty segments do not count, as some SDKs send them. */
function findOperation(api: Api, task: Task, { method, path }: CapturedRequest): Operation | undefined {
	const segments = path.split('/').filter(Boolean);
	return [task, ...api.tasks]
		.map(({ operation }) => operation)
		.find((operation) => {
			const template = (new URL(operation.server).pathname + operation.path).split('/').filter(Boolean);
			if (operation.method !== method || template.length !== segments.length) return false;
			return template.every((part, index) => part.includes('{') || part === segments[index]);
		});
}
