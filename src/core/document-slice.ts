import { asObject, type Document, isObject, type Json, pointerTokens } from './document.ts';
import type { Operation } from './operation.ts';

/** A part of a document as plain data: a root, and the other files by the name that references use. */
export interface DocumentSlice {
	file: string;
	root: Json;
	others: Record<string, unknown>;
}

/**
 * The part of a document that some of its operations need: themselves, and whatever their references reach. Answers keep
 * their schemas and lose their examples. What comes of it is read as the whole document is.
 */
export function sliceDocument(document: Document, operations: readonly Operation[]): DocumentSlice {
	const { root: whole } = document;
	const paths: Json = {};
	for (const { id, path, method, source } of operations) {
		const item = document.resolve(asObject(whole.paths)[path]);
		const known = asObject(paths[path]);
		const { parameters, servers } = item;
		const name = method.toLowerCase();
		const isAdditional = !isObject(item[name]);
		// Without the others, one that has no id of its own could be called otherwise.
		const own = { ...source, operationId: id, responses: withoutExamples(document, source.responses) };
		paths[path] = {
			...(parameters === undefined ? {} : { parameters }),
			...(servers === undefined ? {} : { servers }),
			...known,
			...(isAdditional
				? { additionalOperations: { ...asObject(known.additionalOperations), [method]: own } }
				: { [name]: own }),
		};
	}
	const { openapi, info, servers, security, components } = whole;
	const kept: Json = {
		openapi,
		info: { title: asObject(info).title },
		...(servers === undefined ? {} : { servers }),
		...(security === undefined ? {} : { security }),
		components: { securitySchemes: asObject(components).securitySchemes ?? {} },
		paths,
	};
	const reached = reach(document, kept);
	const others: Record<string, unknown> = {};
	const root = structuredRoot(kept);
	for (const { file, tokens, node } of reached) {
		if (tokens.length === 0) others[file] = node;
		else place(file === '' ? root : asRoot(others, file), tokens, node);
	}
	return { file: document.file, root, others };
}

interface Reached {
	file: string;
	tokens: string[];
	node: unknown;
}

/** Everything that references lead to, from a node on, the outermost of what lies inside each other. */
function reach(document: Document, from: unknown): Reached[] {
	const found = new Map<string, Reached>();
	const queue = [from];
	for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
		walk(node, (reference) => {
			if (found.has(reference)) return;
			const hash = reference.indexOf('#');
			const file = hash < 0 ? reference : reference.slice(0, hash);
			const start: unknown = file === '' ? document.root : document.others?.get(file);
			const target = follow(start, hash < 0 ? '' : reference.slice(hash + 1), file === '');
			// A reference that leads nowhere stays one, and is told as it always is.
			if (!target) return;
			found.set(reference, { file, ...target });
			queue.push(target.node);
		});
	}
	return [...found.values()].sort((a, b) => a.tokens.length - b.tokens.length);
}

/** What a fragment leads to, as far as it goes through objects: a list is taken whole, and where an anchor may stand. */
function follow(start: unknown, fragment: string, isRoot: boolean): Pick<Reached, 'tokens' | 'node'> | undefined {
	const isAnchor = fragment !== '' && !fragment.startsWith('/');
	const tokens = isAnchor ? (isRoot ? ['components'] : []) : pointerTokens(fragment);
	let node = start;
	for (const [index, token] of tokens.entries()) {
		if (isObject(node) && Object.hasOwn(node, token)) node = node[token];
		else if (index === 0 || (!Array.isArray(node) && !(isObject(node) && '$ref' in node))) return undefined;
		else return { tokens: tokens.slice(0, index), node };
	}
	return node === undefined ? undefined : { tokens, node };
}

function walk(node: unknown, note: (reference: string) => void): void {
	const stack = [node];
	while (stack.length > 0) {
		const at = stack.pop();
		if (typeof at !== 'object' || at === null) continue;
		const reference = (at as Json).$ref;
		if (typeof reference === 'string') note(reference);
		stack.push(...Object.values(at));
	}
}

/** A copy of the containers that references are put into, so that the document itself stays as it is. */
function structuredRoot(kept: Json): Json {
	return { ...kept, components: { ...asObject(kept.components) }, paths: { ...asObject(kept.paths) } };
}

function asRoot(others: Record<string, unknown>, file: string): Json {
	const known = others[file];
	if (isObject(known)) return known;
	const made: Json = {};
	others[file] = made;
	return made;
}

/** Puts a node where its tokens lead. What holds it already, being reached as a whole, is left alone. */
function place(root: Json, tokens: readonly string[], node: unknown): void {
	let at = root;
	for (const [index, token] of tokens.entries()) {
		const isLast = index === tokens.length - 1;
		const next = Object.hasOwn(at, token) ? at[token] : undefined;
		if (isLast && next === undefined) at[token] = node;
		if (isLast || (next !== undefined && !isObject(next))) return;
		if (!isObject(next)) at[token] = {};
		at = asObject(at[token]);
	}
}

function withoutExamples(document: Document, responses: unknown): Json {
	return Object.fromEntries(
		Object.entries(asObject(responses)).map(([status, node]) => {
			const { content, links: _, ...response } = document.resolve(node);
			const media = Object.entries(asObject(content)).map(([name, item]) => {
				const { schema, itemSchema } = document.resolve(item);
				return [
					name,
					{ ...(schema === undefined ? {} : { schema }), ...(itemSchema === undefined ? {} : { itemSchema }) },
				];
			});
			return [status, content === undefined ? response : { ...response, content: Object.fromEntries(media) }];
		}),
	);
}
