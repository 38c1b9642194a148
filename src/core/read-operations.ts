import { words } from './casing.ts';
import { readAuth } from './credential.ts';
import { asList, asObject, asText, type Document, isObject, type Json, pointerTo, pointerTokens } from './document.ts';
import type { MediaType, Operation, Parameter, Response } from './operation.ts';
import { type Problem, ProblemError } from './problem.ts';
import { parameterExamples, readExamples } from './read-examples.ts';
import { readServers } from './read-servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/**
 * Every operation of a document, in its order. What cannot be read, a reference that leads nowhere for one, is told to
 * `report`, and the others are read; without it, it is thrown as a `ProblemError`.
 */
export function readOperations(document: Document, report?: (problem: Problem) => void): Operation[] {
	const operations: Operation[] = [];
	const reading: Reading = {
		document,
		parameter: remember((node) => readParameter(document, node)),
		response: remember((node) => readResponse(document, node)),
	};
	const attempt = (read: () => void) => {
		try {
			read();
		} catch (error) {
			if (!report || !(error instanceof ProblemError)) throw error;
			report(error.problem);
		}
	};
	for (const [path, item] of Object.entries(asObject(document.root.paths))) {
		if (path.startsWith('x-')) continue;
		attempt(() => {
			const pathItem = document.resolve(item);
			for (const entry of entriesOf(path, pathItem))
				attempt(() => operations.push(readOperation(reading, pathItem, entry)));
		});
	}
	return nameUnnamed(operations);
}

/** The reading of one document. What operations share by reference is read once. */
interface Reading {
	document: Document;
	parameter(node: Json): Omit<Parameter, 'pointer'>;
	response(node: Json): Omit<Response, 'status'>;
}

function remember<Made>(make: (node: Json) => Made): (node: Json) => Made {
	const made = new Map<Json, Made>();
	return (node) => {
		const known = made.get(node) ?? make(node);
		made.set(node, known);
		return known;
	};
}

/** An operation of a path item, where it stands. */
interface Entry {
	path: string;
	/** As it is sent. */
	method: string;
	source: Json;
	pointer: string;
}

function entriesOf(path: string, pathItem: Json): Entry[] {
	const at = pointerTo('/paths', path);
	const known = METHODS.filter((method) => isObject(pathItem[method])).map((method) => ({
		path,
		method: method.toUpperCase(),
		source: asObject(pathItem[method]),
		pointer: pointerTo(at, method),
	}));
	const additional = Object.entries(asObject(pathItem.additionalOperations)).map(([method, source]) => ({
		path,
		method,
		source: asObject(source),
		pointer: pointerTo(at, 'additionalOperations', method),
	}));
	return [...known, ...additional];
}

/** Operations without an id of their own are called as their method and path; a number tells two of one name apart. */
function nameUnnamed(operations: Operation[]): Operation[] {
	const taken = new Set(operations.filter(({ source }) => asText(source.operationId)).map(({ id }) => id));
	for (const operation of operations) {
		if (asText(operation.source.operationId)) continue;
		const plain = operation.id;
		for (let number = 2; taken.has(operation.id); number++) operation.id = `${plain}-${number}`;
		if (operation.title === plain) operation.title = operation.id;
		taken.add(operation.id);
	}
	return operations;
}

function readOperation(reading: Reading, pathItem: Json, { path: written, method, source, pointer }: Entry): Operation {
	const { document } = reading;
	const path = written.startsWith('/') ? written : `/${written}`;
	const id = asText(source.operationId) ?? words(`${method} ${path}`).join('-');
	const body = source.requestBody === undefined ? undefined : document.resolve(source.requestBody);
	const servers = readServers(document, source, pathItem, pointer);
	return {
		id,
		method,
		path,
		server: servers[0] ?? '',
		servers,
		title: asText(source.summary) ?? id,
		description: asText(source.description) || undefined,
		tag: asText(asList(source.tags)[0]) || undefined,
		deprecated: source.deprecated === true,
		parameters: readParameters(reading, path, pathItem, source, pointer),
		body: body && {
			required: body.required === true,
			description: asText(body.description) || undefined,
			mediaTypes: readMediaTypes(document, body.content),
		},
		responses: readResponses(reading, source),
		auth: readAuth(document, source),
		pointer,
		source,
		document,
	};
}

function readParameters(reading: Reading, path: string, pathItem: Json, source: Json, pointer: string): Parameter[] {
	const byKey = new Map<string, Parameter>();
	const shared = pointerTo('/paths', pointerTokens(pointer)[1] ?? '');
	const read = (list: unknown, at: string) =>
		asList(list).forEach((node, index) => {
			const known = reading.parameter(reading.document.resolve(node));
			const parameter = { ...known, pointer: pointerTo(at, 'parameters', index) };
			// `Accept`, `Content-Type` and `Authorization` are not parameters: OpenAPI says to ignore them.
			const reserved = parameter.in === 'header' && /^(accept|content-type|authorization)$/i.test(parameter.name);
			if (parameter.name && !reserved) byKey.set(`${parameter.in}:${parameter.name}`, parameter);
		});
	read(pathItem.parameters, shared);
	read(source.parameters, pointer);
	// A template names a parameter that nobody described: it still has to be filled.
	for (const [, name = ''] of path.matchAll(/\{([^}]+)\}/g)) {
		if (!byKey.has(`path:${name}`))
			byKey.set(`path:${name}`, { ...readParameter(reading.document, { name, in: 'path' }), pointer });
	}
	return [...byKey.values()];
}

const PLACES = ['query', 'querystring', 'header', 'cookie'] as const;

function readParameter(document: Document, node: Json): Omit<Parameter, 'pointer'> {
	const place = PLACES.find((one) => one === node.in) ?? 'path';
	const content = Object.entries(asObject(node.content))[0];
	const media = content ? document.resolve(content[1]) : undefined;
	const style = asText(node.style) ?? (place === 'path' || place === 'header' ? 'simple' : 'form');
	const schema = media ? media.schema : node.schema;
	return {
		name: (asText(node.name) ?? '').toWellFormed(),
		in: place,
		required: place === 'path' || node.required === true,
		deprecated: node.deprecated === true,
		description: asText(node.description) || undefined,
		schema: schema ?? {},
		style,
		explode: typeof node.explode === 'boolean' ? node.explode : style === 'form' || style === 'cookie',
		allowReserved: node.allowReserved === true,
		mediaType: content?.[0],
		examples: parameterExamples(document, media ?? node, schema, content?.[0]),
		placeholder: node['x-placeholder'] === true,
	};
}

function readMediaTypes(document: Document, content: unknown): MediaType[] {
	return Object.entries(asObject(content)).map(([name, node]) => {
		const media = document.resolve(node);
		return {
			name,
			schema: media.schema,
			examples: readExamples(document, media, name),
			encoding: asObject(media.encoding),
		};
	});
}

function readResponses({ document, response }: Reading, source: Json): Response[] {
	return Object.entries(asObject(source.responses)).map(([status, node]) => ({
		status,
		...response(document.resolve(node)),
	}));
}

function readResponse(document: Document, response: Json): Omit<Response, 'status'> {
	return {
		description: asText(response.description) ?? '',
		headers: Object.entries(asObject(response.headers)).map(([name, header]) => {
			const resolved = document.resolve(header);
			return { name, description: asText(resolved.description), schema: resolved.schema };
		}),
		mediaTypes: readMediaTypes(document, response.content),
		remedy: asText(response['x-remedy']) || undefined,
	};
}
