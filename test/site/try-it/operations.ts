import { createDocument, type Json } from '../../../src/core/document.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { readOperations } from '../../../src/core/read-operations.ts';

/** The one operation of a document that is made up around it. */
export function operationOf(operation: Json, { path = '/things', method = 'get', ...root }: Json = {}): Operation {
	const document = createDocument({
		file: 'made-up.yaml',
		root: {
			openapi: '3.1.0',
			info: { title: 'Things', version: '1' },
			servers: [{ url: 'https://api.example.com' }],
			...root,
			paths: { [String(path)]: { [String(method)]: { operationId: 'theOne', ...operation } } },
		},
	});
	const [read] = readOperations(document);
	if (!read) throw new RangeError('The operation was not read.');
	return read;
}
