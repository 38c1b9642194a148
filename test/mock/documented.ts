import { Validator } from '@cfworker/json-schema';
import { createDocument, type Json } from '../../src/core/document.ts';
import type { Operation } from '../../src/core/operation.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { loadDocument } from '../../src/load/load-document.ts';

const { document } = loadDocument('spec/plivo/openapi.yaml');

/** The operations of Plivo's document. */
export const OPERATIONS = readOperations(document ?? createDocument({ file: '', root: {} }));

/** The operation of an id. */
export function operationOf(id: string): Operation {
	const operation = OPERATIONS.find((candidate) => candidate.id === id);
	if (!operation) throw new Error(`There is no operation ${id}`);
	return operation;
}

/** What is wrong with an answer by the schema that its operation documents for its status; one that is not documented is wrong. */
export function violations(operation: Operation, status: number, answer: unknown): string[] {
	const media = operation.responses.find((response) => response.status === String(status))?.mediaTypes[0];
	if (!media) return [`${status} is not documented`];
	const schema = { ...(media.schema as Json), components: document?.root.components };
	return new Validator(schema, '2020-12', false).validate(answer).errors.map(({ error }) => error);
}

/** The first documented example of an answer. */
export function exampleOf({ responses }: Operation, status: number): unknown {
	return responses.find((response) => response.status === String(status))?.mediaTypes[0]?.examples[0]?.value;
}

/** The request that a page sends when nothing is typed: every parameter and the body with its first example. */
export function untouchedRequest({ method, server, path, parameters, body }: Operation) {
	const example = (name: string) => parameters.find((parameter) => parameter.name === name)?.examples[0]?.value;
	const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.examples.length > 0);
	const search = new URLSearchParams(query.map(({ name }) => [name, String(example(name))]));
	const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(example(name)));
	const media = body?.mediaTypes[0]?.examples[0];
	return {
		method,
		path: `${new URL(server).pathname}${filled}${search.size > 0 ? `?${search}` : ''}`,
		init: media ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(media.value) } : {},
	};
}
