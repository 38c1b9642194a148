import type { Json } from '../core/document.ts';
import { type CollectionSpec, freshKind, type MockSpec } from '../core/mock-spec.ts';
import { own } from '../core/own.ts';
import { toJsonText, toValue } from '../core/value.ts';

/** What one reader has made of the seed. It never changes: whoever changes something makes another one. */
export interface State {
	/** By the collection's name, then by key, in the order in which they were made. */
	records: ReadonlyMap<string, ReadonlyMap<string, Json>>;
	/** How many integers were made for new records. */
	integers: number;
}

/** What every reader begins with: the seed, each field that it leaves out as a new record has it. */
export function seedState({ collections }: MockSpec): State {
	const records = Object.entries(collections).map(([name, collection]) => {
		const given = Object.entries(collection.fields).filter(([, value]) => !freshKind(value));
		const filled = collection.seed.map((record): Json => ({ ...Object.fromEntries(given), ...record }));
		return [name, new Map(filled.map((record) => [keyOf(collection, (field) => record[field]), record]))] as const;
	});
	return { records: new Map(records), integers: 0 };
}

/** The key of a record, from its fields or from those of a request. */
export function keyOf({ key }: Pick<CollectionSpec, 'key'>, lookUp: (field: string) => unknown): string {
	return JSON.stringify(key.map((field) => String(lookUp(field))));
}

/** The records of a collection. */
export function recordsOf(state: State, name: string): ReadonlyMap<string, Json> {
	return state.records.get(name) ?? new Map();
}

/** The state with a record added, or put in the place of the one with the same key. */
export function withRecord({ collections }: MockSpec, state: State, name: string, record: Json): State {
	const collection = own(collections, name) ?? { key: [] };
	const changed = new Map(recordsOf(state, name)).set(
		keyOf(collection, (field) => record[field]),
		record,
	);
	return { ...state, records: new Map(state.records).set(name, changed) };
}

/** The state without a record, and without all that is within it. */
export function withoutRecord(spec: MockSpec, state: State, name: string, key: string): State {
	const gone = recordsOf(state, name).get(key);
	const left = new Map(recordsOf(state, name));
	left.delete(key);
	let without: State = { ...state, records: new Map(state.records).set(name, left) };
	const collection = own(spec.collections, name);
	for (const [inner, { within }] of Object.entries(spec.collections)) {
		if (within !== name || !gone || !collection) continue;
		for (const [innerKey, record] of recordsOf(without, inner)) {
			if (keyOf(collection, (field) => record[field]) === key) without = withoutRecord(spec, without, inner, innerKey);
		}
	}
	return without;
}

const sizes = new WeakMap<Json, number>();

/** How much a state holds: records, and bytes of their JSON. */
export function sizeOf({ records }: State): { records: number; bytes: number } {
	let count = 0;
	let bytes = 0;
	for (const collection of records.values()) {
		for (const record of collection.values()) {
			const size = sizes.get(record) ?? Buffer.byteLength(toJsonText(toValue(record)));
			sizes.set(record, size);
			count += 1;
			bytes += size;
		}
	}
	return { records: count, bytes };
}
