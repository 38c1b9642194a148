import { chooseValues, preferredMediaType, valueNames } from '../core/call.ts';
import { recase, words } from '../core/casing.ts';
import { credentialsOf } from '../core/credential.ts';
import { isObject } from '../core/document.ts';
import { type Operation, successResponse } from '../core/operation.ts';
import { flattenSchema } from '../core/sample-schema.ts';
import type { Task } from '../core/task.ts';

/** A binding as it is begun: what the description says, and what is only guessed from it. */
export interface GuessedBinding {
	on: 'client';
	/** From the tag. */
	path?: string[];
	/** From the operationId. */
	call: string;
	args?: string[];
	options?: string[];
	returns?: 'nothing';
}

/** Begins the binding of an operation: path parameters by position, everything else as an option. */
export function guessBinding(task: Task): GuessedBinding {
	const { operation } = task;
	const { body } = chooseValues(task);
	// An example may hold what the schema only has in one of its alternatives.
	const shown = body?.value.kind === 'map' ? body.value.entries.map(([name]) => name) : [];
	const secrets = new Set(credentialsOf(operation.auth).map(({ name }) => name));
	const inPath = operation.parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
	const args = inPath.filter((name) => !secrets.has(name));
	const options = [...valueNames(operation), ...shown].filter((name) => !inPath.includes(name));
	if (body && shown.length === 0 && !hasProperties(operation)) args.push('body');
	const path = operation.tag ? [recase(operation.tag, 'snake')].filter(Boolean) : [];
	const response = successResponse(operation);
	return {
		on: 'client',
		...(path.length > 0 ? { path } : {}),
		call: guessCall(operation.id, operation.tag ?? ''),
		...(args.length > 0 ? { args } : {}),
		...(options.length > 0 ? { options: [...new Set(options)] } : {}),
		...(response && response.mediaTypes.length === 0 ? { returns: 'nothing' } : {}),
	};
}

/** The words of an operationId without those of its tag: `createCustomer` of `customers` is `create`. */
function guessCall(id: string, tag: string): string {
	const known = new Set(words(tag).flatMap((word) => [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y')]));
	const all = words(id);
	const rest = all.filter((word) => !known.has(word) && !known.has(word.replace(/s$/, '')));
	return (rest.length > 0 ? rest : all).join('_');
}

/** A body without properties of its own (a list, a text) is passed as it is. */
function hasProperties({ body, document }: Operation): boolean {
	const media = body ? preferredMediaType(body.mediaTypes) : undefined;
	const { properties } = media ? flattenSchema(document, media.schema ?? {}) : {};
	return isObject(properties) && Object.keys(properties).length > 0;
}
