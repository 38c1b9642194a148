import { pointerTo } from '../core/document.ts';
import { fieldNames, freshKind, type MockSpec } from '../core/mock-spec.ts';
import { suggest } from '../core/suggest.ts';
import type { Complain } from './check-mock.ts';

/** Holds the seed of a collection against its fields, and its records against each other and against their holders. */
export function checkMockSeed({ collections }: MockSpec, name: string, complain: Complain): void {
	const collection = collections[name];
	if (!collection) return;
	const fields = fieldNames(collections, name);
	const holder = collection.within === undefined ? undefined : collections[collection.within];
	const keyFields = [...new Set([...(holder?.key ?? []), ...collection.key])];
	const fresh = Object.keys(collection.fields).filter((field) => freshKind(collection.fields[field]));
	const seen = new Set<string>();
	for (const [index, record] of collection.seed.entries()) {
		const pointer = pointerTo('/collections', name, 'seed', index);
		for (const field of Object.keys(record)) {
			if (fields.includes(field)) continue;
			const message = `"${field}" is no field of ${name}.`;
			complain(pointerTo(pointer, field), 'unknown-field', message, suggest(field, fields), true);
		}
		const missing = [...new Set([...keyFields, ...fresh])].filter((field) => record[field] === undefined);
		for (const field of missing)
			complain(pointer, 'incomplete-seed', `The record lacks "${field}".`, `Give it a value for "${field}".`);
		if (missing.length > 0) continue;
		const key = keyText(record, collection.key);
		if (seen.has(key))
			complain(pointer, 'same-key', `Another record of ${name} has the same key.`, 'Give each a key of its own.');
		seen.add(key);
		if (holder && !holder.seed.some((other) => keyText(other, holder.key) === keyText(record, holder.key)))
			complain(
				pointer,
				'no-holder',
				`No record of ${collection.within} has its ${holder.key.join(' and ')}.`,
				`Add one to the seed of ${collection.within}, or correct the value.`,
			);
	}
}

function keyText(record: Readonly<Record<string, unknown>>, key: readonly string[]): string {
	return JSON.stringify(key.map((field) => String(record[field])));
}
