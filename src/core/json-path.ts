import { isObject, pointerTokens } from './document.ts';
import type { Operation } from './operation.ts';

/** A JSON pointer as a JSONPath query (RFC 9535): `/paths/~1x/get` is `$.paths['/x'].get`. */
export function jsonPath(pointer: string): string {
	return pointerTokens(pointer).reduce(
		(path, name) => path + (/^[a-z_]\w*$/i.test(name) ? `.${name}` : `['${quoted(name)}']`),
		'$',
	);
}

/**
 * The JSONPath at which an operation stands in its own document, where a reference leads there the place that it leads
 * to. Undefined where that is another file: no query reaches it.
 */
export function operationPath({ document, path, method, source }: Operation): string | undefined {
	const pathItem = itemPointer(document.root.paths, path, document.root);
	if (pathItem === undefined) return undefined;
	const known = method.toLowerCase();
	const item = document.resolve({ $ref: `#${pathItem}` });
	return jsonPath(
		item[known] === source ? `${pathItem}/${known}` : `${pathItem}/additionalOperations/${escaped(method)}`,
	);
}

function itemPointer(paths: unknown, path: string, root: unknown): string | undefined {
	let pointer = `/paths/${escaped(path)}`;
	let node = isObject(paths) ? paths[path] : undefined;
	// A reference that leads back to itself was refused when the document was read.
	while (isObject(node) && typeof node.$ref === 'string') {
		if (!node.$ref.startsWith('#/')) return undefined;
		pointer = node.$ref.slice(1);
		node = pointerTokens(pointer).reduce<unknown>((at, token) => (isObject(at) ? at[token] : undefined), root);
	}
	return pointer;
}

function escaped(token: string): string {
	return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What a string in single quotes escapes: its quote, the backslash, and control characters. */
function quoted(name: string): string {
	return (
		name
			.replaceAll('\\', '\\\\')
			.replaceAll("'", "\\'")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape.
			.replace(/[\u0000-\u001f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
	);
}
