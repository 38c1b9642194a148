import { createDocument, type Json } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { listTasks, type Task } from '../../src/core/task.ts';
import { loadDocument } from '../../src/load/load-document.ts';

/** Plivo's own operations, at another server. */
export function plivoAt(server: string): Task[] {
	const { document } = loadDocument('spec/plivo/openapi.yaml');
	if (!document) throw new Error('spec/plivo/openapi.yaml cannot be read');
	return listTasks(
		readOperations(createDocument({ ...document, root: { ...document.root, servers: [{ url: server }] } })),
	);
}

/** Where parameters stand that a careful document would not have there, in every style that OpenAPI has. */
export function hostileAt(server: string): Task[] {
	const parameter = (name: string, more: Json = {}) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' },
		...more,
	});
	const list = { schema: { type: 'array', items: { type: 'string' } } };
	const map = { schema: { type: 'object', additionalProperties: { type: 'string' } } };
	const everywhere = ['query', 'header', 'cookie'].map((place) => parameter(`in-${place}`, { in: place }));
	const paths: Record<string, Json[]> = {
		'{a}': [parameter('a')],
		'{a}{b}': [parameter('a'), parameter('b')],
		'/{a}{b}': [parameter('a'), parameter('b')],
		'/{a}.{b}/x': [parameter('a'), parameter('b')],
		'/x/.{a}': [parameter('a')],
		'/x/.{a}/y': [parameter('a')],
		'/{a}/{b}/{c}': [parameter('a'), parameter('b'), parameter('c')],
		'/x?to={a}&{b}=c': [parameter('a'), parameter('b')],
		'/x#{a}': [parameter('a')],
		'//{a}/x': [parameter('a')],
		'/label/{a}': [parameter('a', { style: 'label' })],
		'/label/{a}/all': [parameter('a', { style: 'label', explode: true, ...list })],
		'/matrix/{a}': [parameter('a', { style: 'matrix', explode: true, ...map })],
		'/list/{a}/x': [parameter('a', { explode: true, ...list })],
		'/map/{a}/x': [parameter('a', { explode: true, ...map })],
		'/json/{a}': [{ name: 'a', in: 'path', required: true, content: { 'application/json': map } }],
		'/everywhere': everywhere,
		'/accounts/{key}/x': [parameter('key')],
	};
	const root: Json = {
		openapi: '3.1.0',
		info: { title: 'Hostile', version: '1' },
		servers: [{ url: server }],
		security: [{ query: [] }, { header: [] }],
		components: { securitySchemes: securitySchemes() },
		paths: Object.fromEntries(
			Object.entries(paths).map(([path, parameters], index) => [path, { post: postOperation(index, parameters) }]),
		),
	};
	return listTasks(readOperations(createDocument({ file: 'hostile.yaml', root })));
}

function postOperation(index: number, parameters: Json[]): Json {
	const schema = { type: 'object', properties: { text: { type: 'string' }, any: {} } };
	const mediaType = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'][index % 3] ?? '';
	const security = [{ query: [] }, { header: [] }, { cookie: [] }, { bearer: [] }, { basic: [] }][index % 5];
	return {
		operationId: `hostile${index}`,
		parameters,
		security: [security],
		requestBody: { required: true, content: { [mediaType]: { schema } } },
		responses: { 200: { description: 'Well.' } },
	};
}

function securitySchemes(): Json {
	const apiKey = (place: string) => ({
		type: 'apiKey',
		in: place,
		name: 'X-Key',
		'x-credentials': { key: { name: 'key' } },
	});
	return {
		query: apiKey('query'),
		header: apiKey('header'),
		cookie: apiKey('cookie'),
		bearer: { type: 'http', scheme: 'bearer' },
		basic: { type: 'http', scheme: 'basic' },
	};
}
