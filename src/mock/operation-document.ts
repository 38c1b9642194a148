import { asObject, type Json } from '../core/document.ts';
import { isJsonMediaType, type Operation, type Response } from '../core/operation.ts';
import { statedExample } from '../core/sample-schema.ts';
import { isNumber } from '../core/source-number.ts';
import { toJsonText, toValue } from '../core/value.ts';
import { responseExamples } from './response-example.ts';
import { createSchemaCopy } from './schema-copy.ts';

/** The response header by which the mock server says which documented response it chose; it never leaves the mock. */
export const RESPONSE_KEY_HEADER = 'specimen-response-key';

/** Statuses whose responses have no body, whatever is documented. */
const BODILESS = new Set(['204', '205', '304']);

/**
 * An OpenAPI document of one operation, for the mock server: `POST /{a}/{b}`, with nothing in the path but its parameters.
 * So only what is asked for is ever compiled (GitHub's whole document takes 8 s), and routing, methods and
 * authentication, which the mock decides itself, cannot disagree with it.
 * JSON examples stand in it as their text, which is sent as it is: every digit and the order of the keys are kept.
 */
export function operationDocument(operation: Operation, pathParameters: readonly string[]): Json {
	const { copy, components } = createSchemaCopy(operation.document, 'plain');
	const parameters = operation.parameters
		.filter((parameter) => parameter.in !== 'path' || pathParameters.includes(parameter.name))
		.map(({ name, in: place, required, style, explode, schema, mediaType }) => ({
			name,
			in: place,
			required,
			...(mediaType ? {} : { style, explode, schema: copy(schema) }),
		}));
	const bodies = operation.body?.mediaTypes.map(
		(media) => [isJsonMediaType(media.name) ? 'application/json' : media.name, media] as const,
	);
	const content = Object.fromEntries((bodies ?? []).map(([name, media]) => [name, { schema: copy(media.schema) }]));
	return {
		openapi: '3.1.0',
		info: { title: operation.id, version: '1' },
		paths: {
			[`/${pathParameters.map((name) => `{${name}}`).join('/')}`]: {
				post: {
					operationId: operation.id,
					parameters,
					...(operation.body ? { requestBody: { required: operation.body.required, content } } : {}),
					responses: documentedResponses(operation),
				},
			},
		},
		components: { schemas: components },
	};
}

function documentedResponses(operation: Operation): Json {
	// Informational responses (1xx) cannot be sent as an answer.
	const sendable = operation.responses.filter((response) => /^([2-5](\d\d|XX)|default)$/i.test(response.status));
	if (sendable.length === 0) return { 204: { headers: { [RESPONSE_KEY_HEADER]: constantHeader('204') } } };
	return Object.fromEntries(sendable.map((response) => [response.status, documentedResponse(operation, response)]));
}

function documentedResponse(operation: Operation, response: Response): Json {
	const media = BODILESS.has(response.status) ? [] : response.mediaTypes;
	return {
		description: response.description,
		headers: { ...documentedHeaders(operation, response), [RESPONSE_KEY_HEADER]: constantHeader(response.status) },
		content: Object.fromEntries(
			media.map(({ name, ...rest }) => {
				const json = isJsonMediaType(name);
				const examples = responseExamples(operation.document, { name, ...rest }).map((example) => [
					example.name,
					{ value: json ? jsonText(example.value) : plainValue(example.value) },
				]);
				// An object's schema beside a text makes the mock server send the text as it is.
				return [name, { ...(json ? { schema: { type: 'object' } } : {}), examples: Object.fromEntries(examples) }];
			}),
		),
	};
}

/** The headers that the document gives a value for, by an example of the header or of its schema. */
function documentedHeaders(operation: Operation, response: Response): Json {
	const { document, source } = operation;
	const headers = asObject(document.resolve(asObject(source.responses)[response.status]).headers);
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, node]) => {
			const header = document.resolve(node);
			const named = Object.values(asObject(header.examples))[0];
			const value = header.example ?? document.resolve(named).value ?? statedExample(document.resolve(header.schema));
			const printable = ['string', 'boolean'].includes(typeof value) || isNumber(value);
			if (!printable || !isHeader(name, String(value))) return [];
			return [[name, constantHeader(String(value))]];
		}),
	);
}

function constantHeader(value: string): Json {
	return { schema: { type: 'string', example: value } };
}

function isHeader(name: string, value: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t -~]*$/.test(value);
}

/** What is no JSON goes to the mock server as plain data: a text, or an object that it writes as XML. */
function plainValue(value: unknown): unknown {
	return typeof value === 'string' ? value : JSON.parse(jsonText(value));
}

/** JSON as the mock sends it: indented for people who read it in a terminal. */
export function jsonText(value: unknown): string {
	return `${toJsonText(toValue(value), 2)}\n`;
}
