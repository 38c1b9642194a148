import { asObject, pointerTo } from '../core/document.ts';
import { FRESH, fieldNames, freshKind, type MockSpec } from '../core/mock-spec.ts';
import { namesIn } from '../core/name-template.ts';
import type { Operation } from '../core/operation.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';
import { checkMockOperations } from './check-mock-operations.ts';
import { checkMockSeed } from './check-mock-seed.ts';
import type { SourceFile } from './source-file.ts';

/** Says that something in `mock.yaml` is wrong: at which pointer, what, and what to do. */
export type Complain = (pointer: string, code: string, message: string, hint: string, key?: boolean) => void;

/** Holds what a mock remembers against itself and against the API: every name has to lead somewhere. */
export function checkMock(mock: MockSpec, source: SourceFile, operations: readonly Operation[]): Problem[] {
	const problems: Problem[] = [];
	const complain: Complain = (pointer, code, message, hint, key = false) =>
		problems.push({ severity: 'error', code, message, hint, pointer, place: source.locate(pointer, key) });
	const names = Object.keys(mock.collections);
	for (const [name, { within }] of Object.entries(mock.collections)) {
		const pointer = pointerTo('/collections', name, 'within');
		if (within === undefined) continue;
		if (!names.includes(within))
			complain(pointer, 'unknown-collection', `There is no collection "${within}".`, suggest(within, names));
		else if (isWithin(mock, within, name))
			complain(pointer, 'circular-collections', `${name} is within itself.`, 'Leave `within` out of one of them.');
	}
	// What follows reads the keys of holders, which have to be there.
	if (problems.length > 0) return problems;
	for (const name of names) {
		checkFields(mock, name, complain);
		checkShown(mock, name, operations, complain);
		checkMockSeed(mock, name, complain);
	}
	checkMockOperations(mock, asObject(asObject(source.data).operations), operations, complain);
	return problems;
}

/** Whether a collection is another, or is within it at any remove. */
function isWithin({ collections }: MockSpec, name: string, other: string): boolean {
	const seen = new Set<string>();
	for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = collections[at]?.within) {
		if (at === other) return true;
		seen.add(at);
	}
	return false;
}

function checkFields({ collections }: MockSpec, name: string, complain: Complain): void {
	for (const [field, value] of Object.entries(collections[name]?.fields ?? {})) {
		const kind = asObject(value).fresh;
		if (kind === undefined || freshKind(value)) continue;
		const pointer = pointerTo('/collections', name, 'fields', field, 'fresh');
		complain(pointer, 'unknown-kind', `Nothing fresh is of the kind "${String(kind)}".`, suggest(String(kind), FRESH));
	}
}

/** A name in `shown` has to have a value in every operation that shows the record. */
function checkShown(mock: MockSpec, name: string, operations: readonly Operation[], complain: Complain): void {
	const shown = mock.collections[name]?.shown;
	if (!shown) return;
	const fields = fieldNames(mock.collections, name);
	const showing = operations.filter(({ id }) => {
		const action = Object.hasOwn(mock.operations, id) ? mock.operations[id] : undefined;
		return action && action.verb !== 'remove' && action.collections[0] === name;
	});
	for (const { name: used, pointer } of namesIn(shown, pointerTo('/collections', name, 'shown'))) {
		const lacking = showing.find(
			({ parameters }) => !parameters.some(({ in: place, name }) => place === 'path' && name === used),
		);
		if (fields.includes(used) || (showing.length > 0 && !lacking)) continue;
		const where = lacking ? ` and no path parameter of ${lacking.id}` : '';
		complain(pointer, 'unknown-name', `"${used}" is no field of ${name}${where}.`, suggest(used, fields));
	}
}
