import { atPointer } from '../core/at-pointer.ts';
import { bodyProperties } from '../core/body-properties.ts';
import { asObject, type Json, pointerTo } from '../core/document.ts';
import { type ActionSpec, fieldNames, freshKind, type MockSpec, PAGING_NAMES, VERBS } from '../core/mock-spec.ts';
import { namesIn } from '../core/name-template.ts';
import { isJsonMediaType, type Operation, successResponse } from '../core/operation.ts';
import { suggest } from '../core/suggest.ts';
import type { Complain } from './check-mock.ts';

/** Holds what the operations do against the API and the collections. `written` is what stands in the file, by operationId. */
export function checkMockOperations(
	mock: MockSpec,
	written: Json,
	operations: readonly Operation[],
	complain: Complain,
): void {
	const known = operations.map(({ id }) => id);
	const lists: Operation[] = [];
	for (const [id, action] of Object.entries(mock.operations)) {
		const pointer = pointerTo('/operations', id);
		const operation = operations.find((candidate) => candidate.id === id);
		const verbs = VERBS.filter((verb) => asObject(written[id])[verb] !== undefined);
		const lost = action.collections.find((name) => !Object.hasOwn(mock.collections, name));
		if (!operation) complain(pointer, 'unknown-operation', `There is no operation "${id}".`, suggest(id, known), true);
		else if (verbs.length !== 1)
			complain(
				pointer,
				'no-verb',
				`${id} ${verbs.length === 0 ? 'does nothing' : `does ${verbs.join(' and ')}`}.`,
				`Say one of ${VERBS.join(', ')}.`,
				true,
			);
		else if (lost !== undefined)
			complain(
				pointerTo(pointer, action.verb),
				'unknown-collection',
				`There is no collection "${lost}".`,
				suggest(lost, Object.keys(mock.collections)),
			);
		else {
			checkKeys(mock, action, operation, (...told) => complain(pointer, ...told, true));
			checkFilters(mock, action, operation, pointer, complain);
			checkAnswer(mock, action, operation, pointer, complain);
			if (action.verb === 'list') lists.push(operation);
		}
	}
	checkPaging(mock, lists, complain);
}

/** What a record is found or made by has to be in the request. */
function checkKeys(
	{ collections }: MockSpec,
	{ verb, collections: named }: ActionSpec,
	operation: Operation,
	complain: (code: string, message: string, hint: string) => void,
): void {
	if (verb === 'list') return;
	const given = namesOf(operation, 'path');
	if (verb === 'create') given.push(...bodyProperties(operation));
	for (const name of named) {
		const { key = [], fields = {}, within = '' } = collections[name] ?? {};
		const needed = verb === 'create' ? new Set([...(collections[within]?.key ?? []), ...key]) : key;
		for (const field of needed) {
			if (given.includes(field) || (verb === 'create' && freshKind(fields[field]))) continue;
			const where = verb === 'create' ? 'neither its path nor its body holds' : 'its path does not hold';
			const hint = `Name the key of ${name} as the path does: ${given.join(', ') || 'there are no names'}.`;
			complain('no-key', `${operation.id} needs "${field}" of ${name}, which ${where}.`, hint);
		}
		given.push(...fieldNames(collections, name));
	}
}

function checkFilters(
	mock: MockSpec,
	action: ActionSpec,
	operation: Operation,
	pointer: string,
	complain: Complain,
): void {
	const parameters = namesOf(operation, 'query');
	const fields = fieldNames(mock.collections, action.collections[0]);
	for (const [parameter, { field }] of Object.entries(action.where)) {
		const at = pointerTo(pointer, 'where', parameter);
		if (!parameters.includes(parameter)) {
			const message = `${operation.id} has no query parameter "${parameter}".`;
			complain(at, 'unknown-parameter', message, suggest(parameter, parameters), true);
		}
		if (!fields.includes(field))
			complain(at, 'unknown-field', `"${field}" is no field of ${action.collections[0]}.`, suggest(field, fields));
	}
}

/** An answer is its documented example with the records put where the example has some. */
function checkAnswer(
	mock: MockSpec,
	action: ActionSpec,
	operation: Operation,
	pointer: string,
	complain: Complain,
): void {
	const media = successResponse(operation)?.mediaTypes.find(({ name }) => isJsonMediaType(name));
	const [example] = media?.examples ?? [];
	if (!example || action.verb === 'remove') return;
	const isList = action.verb === 'list';
	const at = action.at ?? (isList ? mock.paging.at : '');
	const held = atPointer(example.value, at);
	const own = action.at === undefined && isList ? '/paging/at' : pointerTo(pointer, 'at');
	if (isList ? !Array.isArray(held) : held === undefined || Array.isArray(held))
		complain(
			own,
			'no-such-place',
			`The documented answer of ${operation.id} holds no ${isList ? 'list' : 'record'} at "${at}".`,
			'Give the JSON pointer to it as `at`.',
		);
	for (const place of isList ? Object.keys(mock.paging.set) : []) {
		if (atPointer(example.value, place) !== undefined) continue;
		const message = `The documented answer of ${operation.id} holds nothing at "${place}".`;
		complain(pointerTo('/paging/set', place), 'no-such-place', message, 'Correct the JSON pointer.', true);
	}
}

function checkPaging({ paging }: MockSpec, lists: readonly Operation[], complain: Complain): void {
	const parameters = [...new Set(lists.flatMap((operation) => namesOf(operation, 'query')))];
	for (const word of ['limit', 'offset', 'page'] as const) {
		const name = paging[word];
		if (name === undefined || parameters.includes(name)) continue;
		const message = `No operation that lists has a query parameter "${name}".`;
		complain(pointerTo('/paging', word), 'unknown-parameter', message, suggest(name, parameters));
	}
	for (const { name, pointer } of namesIn(paging.set, '/paging/set')) {
		if ((PAGING_NAMES as readonly string[]).includes(name)) continue;
		complain(pointer, 'unknown-name', `A list knows no {${name}}.`, suggest(name, PAGING_NAMES));
	}
}

function namesOf({ parameters }: Operation, place: 'path' | 'query'): string[] {
	return parameters.filter(({ in: where }) => where === place).map(({ name }) => name);
}
