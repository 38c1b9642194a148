import { isObject, pointerTo } from './document.ts';
import { isNumber } from './source-number.ts';

const NAME = /\{(\w+)\}/g;

/**
 * Fills in the names that stand in braces anywhere in a value. A text that is nothing but one name becomes what it stands
 * for, of whatever type; a property whose text stands for nothing is left out.
 * @example fillNames({ uri: '/items/{id}', id: '{id}' }, () => 7) // { uri: '/items/7', id: 7 }
 */
export function fillNames(template: unknown, lookUp: (name: string) => unknown): unknown {
	if (typeof template === 'string') {
		const whole = /^\{(\w+)\}$/.exec(template)?.[1];
		if (whole !== undefined) return lookUp(whole);
		return template.replace(NAME, (_, name: string) => String(lookUp(name) ?? ''));
	}
	if (Array.isArray(template)) return template.map((item) => fillNames(item, lookUp));
	if (!isObject(template) || isNumber(template)) return template;
	const filled = Object.entries(template).map(([name, item]) => [name, fillNames(item, lookUp)] as const);
	return Object.fromEntries(filled.filter(([, item]) => item !== undefined));
}

/** The names in braces of a value, each with the JSON pointer of the text that holds it. */
export function namesIn(template: unknown, pointer = ''): { name: string; pointer: string }[] {
	if (typeof template === 'string') return [...template.matchAll(NAME)].map(([, name = '']) => ({ name, pointer }));
	if (typeof template !== 'object' || template === null) return [];
	return Object.entries(template).flatMap(([token, item]) => namesIn(item, pointerTo(pointer, token)));
}
