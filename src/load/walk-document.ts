import { isObject, type Json, pointerTo } from '../core/document.ts';

/** Where people choose the names: below these a member may be called anything. */
const NAMES = new Set(
	`
		properties patternProperties $defs definitions dependentSchemas schemas responses parameters examples requestBodies
		headers securitySchemes links callbacks pathItems mediaTypes paths webhooks content encoding variables mapping
	`
		.trim()
		.split(/\s+/),
);

/** Members that hold data of the API's own, in which a `$ref` means nothing. */
const DATA = new Set(['example', 'default', 'const', 'enum', 'value', 'dataValue']);

/**
 * Visits every object of an OpenAPI description, without recursion, so that depth costs no stack.
 * Examples, other data and extensions are left alone: a `$ref` in them has a meaning of its own.
 */
export function walkDocument(data: unknown, visit: (node: Json, pointer: string) => void): void {
	const stack: { node: object; pointer: string; named: boolean }[] = isObject(data)
		? [{ node: data, pointer: '', named: false }]
		: [];
	for (let at = stack.pop(); at; at = stack.pop()) {
		const { node, pointer, named } = at;
		if (Array.isArray(node)) {
			node.forEach((child, index) => {
				if (typeof child === 'object' && child !== null)
					stack.push({ node: child, pointer: pointerTo(pointer, index), named: false });
			});
			continue;
		}
		visit(node as Json, pointer);
		for (const [name, child] of Object.entries(node)) {
			if (typeof child !== 'object' || child === null) continue;
			if (!named && (DATA.has(name) || name.startsWith('x-') || (name === 'examples' && Array.isArray(child))))
				continue;
			stack.push({ node: child, pointer: pointerTo(pointer, name), named: !named && NAMES.has(name) });
		}
	}
}
