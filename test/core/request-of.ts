import { chooseValues } from '../../src/core/call.ts';
import { createDocument, type Json } from '../../src/core/document.ts';
import { toHttpCall } from '../../src/core/http-call.ts';
import { type HttpRequest, toHttpRequest } from '../../src/core/http-request.ts';
import type { Overrides } from '../../src/core/overrides.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { listTasks, type Task } from '../../src/core/task.ts';

/** The only task of a small document: one operation at `path`, with the rest of the document as given. */
export function taskOf(path: string, method: string, operation: Json, root: Json = {}): Task {
	const document = createDocument({
		file: 'openapi.yaml',
		root: {
			openapi: '3.1.0',
			servers: [{ url: 'https://api.example.com' }],
			paths: { [path]: { [method]: operation } },
			...root,
		},
	});
	const [task] = listTasks(readOperations(document));
	if (!task) throw new Error('no task');
	return task;
}

/** The request that such an operation makes. */
export function requestOf(
	path: string,
	method: string,
	operation: Json,
	root: Json = {},
	overrides?: Overrides,
): HttpRequest {
	return toHttpRequest(toHttpCall(chooseValues(taskOf(path, method, operation, root), overrides)), {
		auth_id: 'MA1',
		auth_token: 's:cret',
	});
}
