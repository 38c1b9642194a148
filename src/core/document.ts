import { type Place, type Problem, ProblemError } from './problem.ts';

/** An object of a JSON document. */
export type Json = { [name: string]: unknown };

/** What a loader hands over: one OpenAPI description, possibly of several files, with every `$ref` made absolute. */
export interface DocumentSource {
	/** The root file, as people name it (relative to where the command runs). */
	file: string;
	root: Json;
	/** The other files by the name that absolute references use before their `#`. */
	others?: ReadonlyMap<string, unknown>;
	/** Finds the place of a JSON pointer; `key` is the place of the name rather than of the value. */
	locate?: (file: string, pointer: string, key?: boolean) => Place | undefined;
}

/** An OpenAPI description that resolves its references lazily, so that cyclic and huge ones cost nothing up front. */
export interface Document extends DocumentSource {
	/** Follows `$ref`s to the object itself. Throws a `ProblemError` on a dangling or circular reference. */
	resolve(node: unknown): Json;
	/** Where a pointer of the root file stands. */
	place(pointer: string, key?: boolean): Place | undefined;
}

/** Makes a `Document` of what a loader read. */
export function createDocument(source: DocumentSource): Document {
	const place = (pointer: string, key?: boolean) => source.locate?.(source.file, pointer, key);
	const cache = new Map<string, unknown>();
	const anchors = new Map<string, ReadonlyMap<string, unknown>>();

	function lookUp(reference: string): unknown {
		if (cache.has(reference)) return cache.get(reference);
		// Until it is known, so that a reference that leads through itself ends.
		cache.set(reference, undefined);
		const hash = reference.indexOf('#');
		const file = hash < 0 ? reference : reference.slice(0, hash);
		const fragment = hash < 0 ? '' : reference.slice(hash + 1);
		let node: unknown = file === '' ? source.root : source.others?.get(file);
		if (fragment !== '' && !fragment.startsWith('/')) node = anchorsOf(file, node).get(fragment);
		else for (const token of pointerTokens(fragment)) node = member(node, token);
		cache.set(reference, node);
		return node;
	}

	/** A step of a pointer; what it leads through may itself be a reference. */
	function member(node: unknown, token: string): unknown {
		const at = isObject(node) && !Object.hasOwn(node, token) && typeof node.$ref === 'string' ? resolve(node) : node;
		if (Array.isArray(at)) return /^\d+$/.test(token) ? at[Number(token)] : undefined;
		return isObject(at) && Object.hasOwn(at, token) ? at[token] : undefined;
	}

	function anchorsOf(file: string, data: unknown): ReadonlyMap<string, unknown> {
		const known = anchors.get(file) ?? findAnchors(data);
		anchors.set(file, known);
		return known;
	}

	function resolve(node: unknown): Json {
		let current = node;
		const seen = new Set<string>();
		while (isObject(current) && typeof current.$ref === 'string') {
			const reference = current.$ref;
			const target = lookUp(reference);
			if (target === undefined || seen.has(reference))
				throw new ProblemError(dangling(reference, target !== undefined));
			seen.add(reference);
			// OpenAPI 3.1 lets a summary or description beside a reference win over the target's.
			if (Object.keys(current).length > 1 && isObject(target)) {
				const { $ref: _, ...siblings } = current;
				current = { ...target, ...siblings };
			} else current = target;
		}
		return isObject(current) ? current : {};
	}

	function dangling(reference: string, loops: boolean): Problem {
		return {
			severity: 'error',
			code: 'dangling-reference',
			message: `$ref "${reference}" leads ${loops ? 'back to itself' : 'nowhere'}.`,
			hint: 'Correct the reference, or add what it names.',
			place: source.locate ? placeOf(reference) : { file: source.file, line: 1, column: 1 },
		};
	}

	/** Where a reference stands first. */
	function placeOf(reference: string): Place {
		for (const [file, data] of [[source.file, source.root] as const, ...(source.others ?? [])]) {
			const pointer = findNode(data, (node) => node.$ref === reference);
			const found = pointer === undefined ? undefined : source.locate?.(file, `${pointer}/$ref`);
			if (found) return found;
		}
		return place('') ?? { file: source.file, line: 1, column: 1 };
	}
	return { ...source, resolve, place };
}

/** The pointer of the first object that a test holds for; without recursion, so that depth costs no stack. */
function findNode(data: unknown, test: (node: Json) => boolean): string | undefined {
	const stack: [unknown, string][] = [[data, '']];
	for (let at = stack.pop(); at; at = stack.pop()) {
		const [node, pointer] = at;
		if (typeof node !== 'object' || node === null) continue;
		if (isObject(node) && test(node)) return pointer;
		for (const [name, child] of Object.entries(node).reverse()) stack.push([child, pointerTo(pointer, name)]);
	}
	return undefined;
}

/** Schemas by the `$anchor` that they give themselves. */
function findAnchors(data: unknown): Map<string, unknown> {
	const found = new Map<string, unknown>();
	findNode(data, (node) => {
		for (const name of [node.$anchor, node.$dynamicAnchor])
			if (typeof name === 'string' && !found.has(name)) found.set(name, node);
		return false;
	});
	return found;
}

/** Whether a value is a JSON object (no list, no null). */
export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one. */
export function asObject(value: unknown): Json {
	return isObject(value) ? value : {};
}

/** The value as a list, or an empty one. */
export function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The value as text, or undefined. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** The reference tokens of a JSON pointer, unescaped (RFC 6901, also in its URI fragment form). */
export function pointerTokens(pointer: string): string[] {
	if (pointer === '' || pointer === '/') return [];
	return pointer.slice(1).split('/').map(decodeToken);
}

/** One more step of a JSON pointer. */
export function pointerTo(pointer: string, ...tokens: (string | number)[]): string {
	let path = pointer;
	for (const token of tokens) path += `/${encodeToken(String(token))}`;
	return path;
}

function encodeToken(token: string): string {
	return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

function decodeToken(token: string): string {
	const decoded = token.includes('%') ? decodePercent(token) : token;
	return decoded.includes('~') ? decoded.replaceAll('~1', '/').replaceAll('~0', '~') : decoded;
}

function decodePercent(token: string): string {
	try {
		return decodeURIComponent(token);
	} catch {
		// A lone percent sign is an ordinary character of a name.
		return token;
	}
}
