import { isObject, pointerTokens } from './document.ts';

/** What a JSON document holds at a pointer, or undefined. */
export function atPointer(data: unknown, pointer: string): unknown {
	let node = data;
	for (const token of pointerTokens(pointer)) {
		if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) return undefined;
		node = (node as Record<string, unknown>)[token];
	}
	return node;
}

/** A copy of a JSON document with what is at a pointer changed. Objects on the way are made where they lack. */
export function withPointer(data: unknown, pointer: string, change: (held: unknown) => unknown): unknown {
	const put = (node: unknown, [token, ...rest]: readonly string[]): unknown => {
		if (token === undefined) return change(node);
		if (Array.isArray(node)) return node.map((item, index) => (String(index) === token ? put(item, rest) : item));
		const object = isObject(node) ? node : {};
		const held = Object.hasOwn(object, token) ? object[token] : undefined;
		// Built from entries, so that a member named `__proto__` stays a member.
		return Object.fromEntries(new Map(Object.entries(object)).set(token, put(held, rest)));
	};
	return put(data, pointerTokens(pointer));
}
