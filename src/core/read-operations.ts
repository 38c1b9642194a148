import { words } from './casing.ts';
import { readAuth } from './credential.ts';
import { asList, asObject, asText, type Document, isObject, type Json, pointerTo } from './document.ts';
import type { Example, MediaType, Operation, Parameter, Response } from './operation.ts';
import { readServers } from './read-servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Every operation of a document, in its order. Throws a `ProblemError` where a reference of an operation leads nowhere. */
export function readOperations(document: Document): Operation[] {
	const operations: Operation[] = [];
	for (const [path, item] of Object.entries(asObject(document.root.paths))) {
		const pathItem = document.resolve(item);
		for (const [method, source] of methodsOf(pathItem)) {
			operations.push(readOperation(document, path, pathItem, method, source));
		}
	}
	return operations;
}

function methodsOf(pathItem: Json): [string, Json][] {
	const known = METHODS.filter((method) => isObject(pathItem[method])).map((method): [string, Json] => [
		method,
		asObject(pathItem[method]),
	]);
	const additional = Object.entries(asObject(pathItem.additionalOperations)).map(([method, source]): [string, Json] => [
		method,
		asObject(source),
	]);
	return [...known, ...additional];
}

function readOperation(document: Document, path: string, pathItem: Json, method: string, source: Json): Operation {
	const pointer = pointerTo('/paths', path, method);
	const id = asText(source.operationId) ?? words(`${method} ${path}`).join('-');
	const body = source.requestBody === undefined ? undefined : document.resolve(source.requestBody);
	const servers = readServers(document, source, pathItem);
	return {
		id,
		method: method.toUpperCase(),
		path,
		server: servers[0] ?? '',
		servers,
		title: asText(source.summary) ?? id,
		description: asText(source.description) || undefined,
		tag: asText(asList(source.tags)[0]) || undefined,
		deprecated: source.deprecated === true,
		parameters: readParameters(document, path, pathItem, source, pointer),
		body: body && {
			required: body.required === true,
			description: asText(body.description) || undefined,
			mediaTypes: readMediaTypes(document, body.content),
		},
		responses: readResponses(document, source),
		auth: readAuth(document, source),
		pointer,
		source,
		document,
	};
}

function readParameters(document: Document, path: string, pathItem: Json, source: Json, pointer: string): Parameter[] {
	const byKey = new Map<string, Parameter>();
	const shared = pointer.slice(0, pointer.lastIndexOf('/'));
	const read = (list: unknown, at: string) =>
		asList(list).forEach((node, index) => {
			const parameter = readParameter(document, document.resolve(node), pointerTo(at, 'parameters', index));
			// `Accept`, `Content-Type` and `Authorization` are not parameters: OpenAPI says to ignore them.
			const reserved = parameter.in === 'header' && /^(accept|content-type|authorization)$/i.test(parameter.name);
			if (parameter.name && !reserved) byKey.set(`${parameter.in}:${parameter.name}`, parameter);
		});
	read(pathItem.parameters, shared);
	read(source.parameters, pointer);
	// A template names a parameter that nobody described: it still has to be filled.
	for (const [, name = ''] of path.matchAll(/\{([^}]+)\}/g)) {
		if (!byKey.has(`path:${name}`)) byKey.set(`path:${name}`, readParameter(document, { name, in: 'path' }, pointer));
	}
	return [...byKey.values()];
}

function readParameter(document: Document, node: Json, pointer: string): Parameter {
	const place = node.in === 'query' || node.in === 'header' || node.in === 'cookie' ? node.in : 'path';
	const content = Object.entries(asObject(node.content))[0];
	const media = content ? document.resolve(content[1]) : undefined;
	const style = asText(node.style) ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
	const schema = media ? media.schema : node.schema;
	return {
		name: (asText(node.name) ?? '').toWellFormed(),
		in: place,
		required: place === 'path' || node.required === true,
		deprecated: node.deprecated === true,
		description: asText(node.description) || undefined,
		schema: schema ?? {},
		style,
		explode: typeof node.explode === 'boolean' ? node.explode : style === 'form',
		allowReserved: node.allowReserved === true,
		mediaType: content?.[0],
		examples: readExamples(document, media ?? node),
		placeholder: node['x-placeholder'] === true,
		pointer,
	};
}

function readMediaTypes(document: Document, content: unknown): MediaType[] {
	return Object.entries(asObject(content)).map(([name, node]) => {
		const media = document.resolve(node);
		return {
			name,
			schema: media.schema,
			examples: readExamples(document, media),
			encoding: asObject(media.encoding),
		};
	});
}

function readExamples(document: Document, node: Json): Example[] {
	const named: Example[] = [];
	for (const [name, item] of Object.entries(asObject(node.examples))) {
		const example = document.resolve(item);
		const value = 'dataValue' in example ? example.dataValue : example.value;
		if (value !== undefined) named.push({ name, value, summary: asText(example.summary) || undefined });
	}
	return named.length === 0 && node.example !== undefined ? [{ name: 'default', value: node.example }] : named;
}

function readResponses(document: Document, source: Json): Response[] {
	return Object.entries(asObject(source.responses)).map(([status, node]) => {
		const response = document.resolve(node);
		return {
			status,
			description: asText(response.description) ?? '',
			headers: Object.entries(asObject(response.headers)).map(([name, header]) => {
				const resolved = document.resolve(header);
				return { name, description: asText(resolved.description), schema: resolved.schema };
			}),
			mediaTypes: readMediaTypes(document, response.content),
			remedy: asText(response['x-remedy']) || undefined,
		};
	});
}
