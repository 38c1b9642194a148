import { preferredMediaType } from '../../core/call.ts';
import { asObject, asText } from '../../core/document.ts';
import { type MediaType, type Parameter, type Response, successResponse } from '../../core/operation.ts';
import type { Task } from '../../core/task.ts';
import { toJsonText, toValue } from '../../core/value.ts';
import type { SiteApi } from './apis.ts';
import { authorizationText } from './authorization.ts';
import { type DocumentSample, documentSamples } from './document-samples.ts';
import { type Fact, type Property, readShape, type Shape, valueText } from './schema-shape.ts';
import { type SdkIdentifier, sdkIdentifiers } from './sdk-identifiers.ts';

/** Everything that the page of a task says, before it is HTML or Markdown. */
export interface Endpoint {
	api: SiteApi;
	task: Task;
	/** The server's address, without the path. */
	server: string;
	/** The path in pieces, so that its parameters can be marked. */
	path: PathPart[];
	pathParameters: Property[];
	/** Query, headers, cookies and body, those that there are. */
	arguments: ArgumentGroup[];
	/** The successful answer, which `Returns` describes. */
	success?: Answer;
	answers: Answer[];
	/** What a call costs or destroys. */
	consequence?: string;
	undo?: { description: string; task?: Task };
	/** What the SDKs ask for in place of a path parameter. */
	sdkIdentifiers: SdkIdentifier[];
	/** How a request proves who sends it, and what that has to be allowed; Markdown. */
	authorization?: string;
	/** What the document brings along, beside the samples that are generated. */
	documentSamples: DocumentSample[];
}

/** A piece of a path: fixed text, or the name of a parameter. */
export type PathPart = { text: string } | { parameter: string };

/** Arguments that are sent in the same place. */
export interface ArgumentGroup {
	title: string;
	description?: string;
	rows: Property[];
}

/** A documented answer with its examples. */
export interface Answer {
	status: string;
	description: string;
	remedy?: string;
	headers: Property[];
	shape?: Shape;
	examples: AnswerExample[];
}

/** An example of an answer's body. */
export interface AnswerExample {
	name: string;
	summary?: string;
	text: string;
	/** `json`, or `text` for every other media type. */
	grammar: string;
}

/** Reads what the page of a task says. */
export function readEndpoint(api: SiteApi, task: Task): Endpoint {
	const { operation } = task;
	const authorization = authorizationText(operation);
	const answers = operation.responses.map((response) => readAnswer(task, response));
	const success = successResponse(operation);
	const found = answers.find(({ status }) => status === success?.status);
	const consequence = asText(asObject(operation.source['x-consequence']).description);
	const undo = asObject(operation.source['x-undo']);
	const undoText = asText(undo.description);
	return {
		api,
		task,
		documentSamples: documentSamples(task),
		sdkIdentifiers: sdkIdentifiers(api, task),
		...(authorization ? { authorization } : {}),
		server: operation.server,
		path: pathParts(operation.path),
		pathParameters: rowsIn(task, 'path'),
		arguments: argumentGroups(task),
		...(found ? { success: found } : {}),
		answers,
		...(consequence ? { consequence } : {}),
		...(undoText ? { undo: { description: undoText, task: api.tasksById.get(String(undo.operationId)) } } : {}),
	};
}

/** A path template in pieces. */
export function pathParts(path: string): PathPart[] {
	return path
		.split(/(\{[^}]+\})/)
		.filter(Boolean)
		.map((part) => (part.startsWith('{') ? { parameter: part.slice(1, -1) } : { text: part }));
}

function argumentGroups(task: Task): ArgumentGroup[] {
	const groups: ArgumentGroup[] = [
		{ title: 'Query', rows: rowsIn(task, 'query') },
		{ title: 'Headers', rows: rowsIn(task, 'header') },
		{ title: 'Cookies', rows: rowsIn(task, 'cookie') },
	];
	const { body, document } = task.operation;
	const media = body ? preferredMediaType(body.mediaTypes) : undefined;
	if (body && media) {
		const shape = readShape(document, media.schema ?? {});
		const whole: Property = { name: 'body', required: body.required, deprecated: false, shape };
		const rows = shape.properties.length > 0 && shape.type === 'object' ? shape.properties : [whole];
		groups.push({
			title: body.required ? 'Body' : 'Body (optional)',
			...(body.description ? { description: body.description } : {}),
			rows: rows.map((row) => withExample(row, bodyExample(task, media, row.name))),
		});
	}
	return groups.filter(({ rows }) => rows.length > 0);
}

function bodyExample(task: Task, media: MediaType, name: string): unknown {
	const example = media.examples.find((candidate) => candidate.name === task.example) ?? media.examples[0];
	const value = asObject(example?.value)[name];
	return typeof value === 'object' ? undefined : value;
}

function rowsIn({ operation }: Task, place: Parameter['in']): Property[] {
	return operation.parameters
		.filter((parameter) => parameter.in === place)
		.map((parameter) => {
			const shape = readShape(operation.document, parameter.schema);
			const description = parameter.description ?? shape.description;
			return withExample(
				{
					name: parameter.name,
					required: parameter.required,
					deprecated: parameter.deprecated,
					shape: { ...shape, ...(description ? { description } : {}) },
				},
				parameter.examples[0]?.value,
			);
		});
}

function withExample(row: Property, example: unknown): Property {
	const { facts } = row.shape;
	if (example === undefined || facts.some(({ label }) => label === 'Example')) return row;
	const fact: Fact = { label: 'Example', values: [valueText(example)] };
	// What happens anyway is no example.
	if (facts.some(({ label, values }) => label === 'Default' && values?.[0] === fact.values?.[0])) return row;
	return { ...row, shape: { ...row.shape, facts: [...row.shape.facts, fact] } };
}

function readAnswer(task: Task, response: Response): Answer {
	const { document } = task.operation;
	const media = preferredMediaType(response.mediaTypes);
	return {
		status: response.status,
		description: response.description,
		...(response.remedy ? { remedy: response.remedy } : {}),
		headers: response.headers.map(({ name, description, schema }) => {
			const shape = readShape(document, schema ?? {});
			return { name, required: false, deprecated: false, shape: description ? { ...shape, description } : shape };
		}),
		...(media?.schema === undefined ? {} : { shape: readShape(document, media.schema) }),
		examples: media ? readExamples(task, media) : [],
	};
}

/** The task's own example first; a task with a chosen example shows no other of the same answer. */
function readExamples({ example }: Task, media: MediaType): AnswerExample[] {
	const own = media.examples.filter(({ name }) => name === example);
	return (own.length > 0 ? own : media.examples).map(({ name, summary, value }) => ({
		name,
		...(summary ? { summary } : {}),
		text: typeof value === 'string' && !/json/i.test(media.name) ? value : toJsonText(toValue(value), 2),
		grammar: /json/i.test(media.name) ? 'json' : 'text',
	}));
}
