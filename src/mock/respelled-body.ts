import { isObject, pointerTokens } from '../core/document.ts';
import type { Violation } from './operation-mock.ts';

/**
 * The body with `"true"`, `"false"` and digits in quotes turned into what the schema asks for, or undefined where nothing
 * in it is spelled so. APIs read such values, and their own SDKs send them: Plivo's for Node sends `{"rent":"true"}`.
 */
export function respelledBody(text: string, violations: readonly Violation[]): string | undefined {
	if (text === '') return undefined;
	const body: unknown = JSON.parse(text);
	const changes = violations.filter(({ location, path, message }) => {
		const asked = /^must be (boolean|integer|number)\b/.exec(message)?.[1];
		return location === 'body' && asked !== undefined && respell(body, pointerTokens(path), asked);
	});
	return changes.length > 0 ? JSON.stringify(body) : undefined;
}

function respell(body: unknown, tokens: readonly string[], asked: string): boolean {
	const last = tokens.at(-1);
	let parent: unknown = body;
	for (const token of tokens.slice(0, -1)) parent = (parent as Record<string, unknown> | undefined)?.[token];
	if (last === undefined || !(isObject(parent) || Array.isArray(parent))) return false;
	const holder = parent as Record<string, unknown>;
	const value = holder[last];
	const spelled = asked === 'boolean' ? /^(true|false)$/ : /^-?\d+(\.\d+)?$/;
	if (typeof value !== 'string' || !spelled.test(value)) return false;
	holder[last] = JSON.parse(asked === 'boolean' ? value : String(Number(value)));
	return true;
}
