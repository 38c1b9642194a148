import type { Json } from '../core/document.ts';
import { type ActionSpec, type CollectionSpec, fieldNames, freshKind, type MockSpec } from '../core/mock-spec.ts';
import { own } from '../core/own.ts';
import { matches } from './matches.ts';
import { keyOf, recordsOf, type State, withoutRecord, withRecord } from './record-state.ts';

/** A request that has passed every check of its form, as an action reads it. */
export interface ActionRequest {
	/** Path parameters by name, each of the type that its schema asks for. */
	parameters: ReadonlyMap<string, unknown>;
	query: URLSearchParams;
	/** The documented properties of the body; empty where it has none. */
	body: Json;
}

/** What came of an action: a record, the records that fit, nothing to show, or what the request names and nobody has. */
export type Outcome =
	| { kind: 'record'; state: State; record: Json }
	| { kind: 'list'; state: State; records: Json[] }
	| { kind: 'removed'; state: State }
	| { kind: 'absent'; names: readonly [field: string, value: unknown][] }
	| { kind: 'unnamed'; field: string };

/** Does what an operation does to a reader's state. */
export function act(spec: MockSpec, state: State, action: ActionSpec, request: ActionRequest, now: Date): Outcome {
	const [name] = action.collections;
	const collection = own(spec.collections, name) as CollectionSpec;
	const { parameters, body } = request;
	const key = keyOf(collection, (field) => parameters.get(field));
	const found = recordsOf(state, name).get(key);
	const absent = { kind: 'absent', names: namesOf(collection, (field) => parameters.get(field)) } as const;
	switch (action.verb) {
		case 'list': {
			const lost = lostHolder(spec, state, name, (field) => parameters.get(field));
			if (lost) return { kind: 'absent', names: lost };
			const fields = fieldNames(spec.collections, name).filter((field) => parameters.has(field));
			const records = [...recordsOf(state, name).values()].filter(
				(record) =>
					fields.every((field) => String(record[field]) === String(parameters.get(field))) &&
					matches(record, action.where, request.query),
			);
			return { kind: 'list', state, records };
		}
		case 'read':
			return found && matches(found, action.where, request.query) ? { kind: 'record', state, record: found } : absent;
		case 'update': {
			if (!found) return absent;
			const changes = Object.entries(body).filter(([field]) => isChangeable(collection, field));
			const record = { ...found, ...Object.fromEntries(changes) };
			return { kind: 'record', state: withRecord(spec, state, name, record), record };
		}
		case 'remove':
			return found ? { kind: 'removed', state: withoutRecord(spec, state, name, key) } : absent;
		case 'create':
			return create(spec, state, action, request, now);
	}
}

/** Makes a record in each collection; one that is made later takes what those before it hold. */
function create(
	spec: MockSpec,
	state: State,
	action: ActionSpec,
	{ parameters, body }: ActionRequest,
	now: Date,
): Outcome {
	let changed = state;
	const made: Json[] = [];
	for (const name of action.collections) {
		const collection = own(spec.collections, name) as CollectionSpec;
		const record: Json = {};
		for (const field of fieldNames(spec.collections, name)) {
			const kind = freshKind(own(collection.fields, field));
			const earlier = made.find((other) => Object.hasOwn(other, field));
			const value = parameters.get(field) ?? earlier?.[field] ?? (kind ? undefined : own(body, field));
			if (value !== undefined) record[field] = value;
			else if (kind === 'integer') {
				changed = { ...changed, integers: changed.integers + 1 };
				record[field] = highestSeeded(collection, field) + changed.integers;
			} else if (kind) record[field] = kind === 'uuid' ? crypto.randomUUID() : now.toISOString();
			else record[field] = own(collection.fields, field);
		}
		const unnamed = collection.key.find((field) => record[field] === undefined);
		if (unnamed !== undefined) return { kind: 'unnamed', field: unnamed };
		const lost = lostHolder(spec, changed, name, (field) => record[field]);
		if (lost) return { kind: 'absent', names: lost };
		changed = withRecord(spec, changed, name, record);
		made.push(record);
	}
	return { kind: 'record', state: changed, record: made[0] ?? {} };
}

/** What tells a record apart stays, and so does what was made for it. */
function isChangeable({ key, fields }: CollectionSpec, field: string): boolean {
	return Object.hasOwn(fields, field) && !key.includes(field) && !freshKind(fields[field]);
}

/** What names the record that those of a collection are within, where there is none; undefined where nothing is lacking. */
function lostHolder({ collections }: MockSpec, state: State, name: string, lookUp: (field: string) => unknown) {
	const { within } = own(collections, name) ?? {};
	const holder = within === undefined ? undefined : own(collections, within);
	if (within === undefined || !holder || holder.key.some((field) => lookUp(field) === undefined)) return undefined;
	return recordsOf(state, within).has(keyOf(holder, lookUp)) ? undefined : namesOf(holder, lookUp);
}

function namesOf({ key }: CollectionSpec, lookUp: (field: string) => unknown): [string, unknown][] {
	return key.map((field) => [field, lookUp(field)]);
}

function highestSeeded({ seed }: CollectionSpec, field: string): number {
	return Math.max(0, ...seed.map((record) => Number(record[field])).filter(Number.isFinite));
}
