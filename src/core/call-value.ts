import { type Call, valueNames } from './call.ts';
import { pointerTokens } from './document.ts';
import type { Value } from './value.ts';

/** A value of the call: a parameter's, a property of the body, the body, or what a pointer into it names. */
export function findValue(call: Call, source: string): Value | undefined {
	if (source === 'body' || source === '/body') return call.body?.value;
	const tokens = pointerTokens(source.startsWith('/') ? source : `/${source}`);
	if (tokens[0] !== 'body') {
		const argument = call.arguments.find(({ parameter }) => parameter.name === tokens[0]);
		if (argument) return argument.value;
	} else tokens.shift();
	return tokens.reduce<Value | undefined>((value, token) => {
		if (value?.kind === 'list') return value.items[Number(token)];
		return value?.kind === 'map' ? value.entries.find(([name]) => name === token)?.[1] : undefined;
	}, call.body?.value);
}

/** Whether a binding may speak of a value by this name: the operation has it, though a call may leave it out. */
export function namesValue(call: Call, source: string): boolean {
	return (
		source === 'body' ||
		source.startsWith('/') ||
		valueNames(call.operation).includes(source) ||
		findValue(call, source) !== undefined
	);
}
