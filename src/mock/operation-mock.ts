import { createMockServer } from '@scalar/mock-server';
import { isJsonMediaType, type Operation } from '../core/operation.ts';
import { operationDocument, RESPONSE_KEY_HEADER } from './operation-document.ts';
import type { Preference } from './prefer.ts';
import { respelledBody } from './respelled-body.ts';

/** One way in which a request breaks the operation's contract. */
export interface Violation {
	location: 'path' | 'query' | 'header' | 'cookie' | 'body';
	/** JSON pointer into the body; empty elsewhere or for the body itself. */
	path: string;
	message: string;
}

/** A request that has passed everything that is checked before its values. */
export interface MockRequest {
	request: Request;
	/** The operation's path parameters by name, decoded. */
	parameters: ReadonlyMap<string, string>;
	body: { text: string; mediaType: string };
	preference: Preference;
}

/**
 * A documented response under its key (`200`, `4XX`, `default`), with the body's text as it was taken, or what is wrong
 * with the request.
 */
export type MockAnswer = { responseKey: string; response: Response; body: string } | { violations: Violation[] };

/** Validates requests to one operation and answers them from its documented responses. */
export type OperationMock = (request: MockRequest) => Promise<MockAnswer>;

/** Makes the mock of one operation. Throws where the mock server cannot be made of the operation. */
export async function createOperationMock(
	operation: Operation,
	pathParameters: readonly string[],
): Promise<OperationMock> {
	const app = await createMockServer({ document: operationDocument(operation, pathParameters), logger: false });

	async function ask(mock: MockRequest, body: string): Promise<MockAnswer> {
		const response = await app.fetch(innerRequest(mock, pathParameters, body));
		const responseKey = response.headers.get(RESPONSE_KEY_HEADER);
		if (responseKey) {
			response.headers.delete(RESPONSE_KEY_HEADER);
			return { responseKey, response, body };
		}
		if (response.status !== 422) throw new Error(`The mock of ${operation.id} failed: ${await response.text()}`);
		return { violations: ((await response.json()) as { violations: Violation[] }).violations };
	}

	return async (mock) => {
		const answer = await ask(mock, mock.body.text);
		const respelled = 'violations' in answer ? respelledBody(mock.body.text, answer.violations) : undefined;
		return respelled === undefined ? answer : ask(mock, respelled);
	};
}

/** The request as the one-operation document knows it. */
function innerRequest(
	{ request, parameters, body, preference }: MockRequest,
	names: readonly string[],
	text: string,
): Request {
	const path = names.map((name) => encodeURIComponent(parameters.get(name) ?? '')).join('/');
	const headers = new Headers(request.headers);
	if (isJsonMediaType(body.mediaType) || body.mediaType === '') headers.set('content-type', 'application/json');
	headers.delete('prefer');
	const { responseKey, example } = preference;
	const wishes = [...(responseKey ? [`code=${responseKey}`] : []), ...(example ? [`example=${example}`] : [])];
	if (wishes.length > 0) headers.set('prefer', wishes.join('; '));
	const url = `http://mock/${path}${new URL(request.url).search}`;
	return new Request(url, { method: 'POST', headers, ...(text === '' ? {} : { body: text }) });
}
