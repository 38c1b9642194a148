import { type Place, ProblemError } from './problem.ts';

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

	function lookUp(reference: string): unknown {
		if (cache.has(reference)) return cache.get(reference);
		const hash = reference.indexOf('#');
		const file = hash < 0 ? reference : reference.slice(0, hash);
		let node: unknown = file === '' ? source.root : source.others?.get(file);
		for (const token of pointerTokens(hash < 0 ? '' : reference.slice(hash + 1))) {
			node = isObject(node) && Object.hasOwn(node, token) ? node[token] : undefined;
		}
		cache.set(reference, node);
		return node;
	}

	function resolve(node: unknown): Json {
		let current = node;
		for (let hops = 0; isObject(current) && typeof current.$ref === 'string'; hops++) {
			const reference = current.$ref;
			const target = lookUp(reference);
			if (target === undefined || hops > 100) {
				throw new ProblemError({
					severity: 'error',
					code: 'dangling-reference',
					message:
						target === undefined ? `$ref "${reference}" leads nowhere.` : `$ref "${reference}" leads back to itself.`,
					hint: 'Correct the reference, or add what it names.',
					place: place('') ?? { file: source.file, line: 1, column: 1 },
				});
			}
			// OpenAPI 3.1 lets a summary or description beside a reference win over the target's.
			if (Object.keys(current).length > 1 && isObject(target)) {
				const { $ref: _, ...siblings } = current;
				current = { ...target, ...siblings };
			} else current = target;
		}
		return isObject(current) ? current : {};
	}
	return { ...source, resolve, place };
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
