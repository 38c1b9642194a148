import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, type Json } from '../core/document.ts';
import { type ActionSpec, type CollectionSpec, type FilterSpec, type MockSpec, VERBS } from '../core/mock-spec.ts';
import type { Operation } from '../core/operation.ts';
import type { Problem } from '../core/problem.ts';
import { checkMock } from './check-mock.ts';
import { readSourceFile } from './source-file.ts';
import { validateFile } from './validate.ts';

/** What came of reading an API's `mock.yaml`. */
export interface LoadedMock {
	/** Absent where there is no such file, or something is wrong with it. */
	mock?: MockSpec;
	problems: Problem[];
}

/** Reads what the mock of an API remembers. An API without `mock.yaml` is welcome: its mock answers the documented examples. */
export function loadMock(folder: string, operations: readonly Operation[]): LoadedMock {
	const file = join(folder, 'mock.yaml');
	if (!existsSync(file)) return { problems: [] };
	const source = readSourceFile(file);
	if (source.problems.length > 0) return { problems: source.problems };
	const malformed = validateFile(source, 'mock');
	if (malformed.length > 0) return { problems: malformed };
	const mock = readMock(asObject(source.data));
	const problems = checkMock(mock, source, operations);
	return problems.length > 0 ? { problems } : { mock, problems };
}

function readMock(data: Json): MockSpec {
	const paging = asObject(data.paging);
	return {
		collections: mapValues(asObject(data.collections), readCollection),
		operations: mapValues(asObject(data.operations), readAction),
		paging: { ...paging, at: asText(paging.at) ?? '', set: asObject(paging.set), none: paging.none ?? null },
	};
}

function readCollection(node: Json): CollectionSpec {
	return {
		...(node as unknown as CollectionSpec),
		fields: asObject(node.fields),
		seed: asList(node.seed).map(asObject),
	};
}

function readAction(node: Json): ActionSpec {
	const verb = VERBS.find((name) => node[name] !== undefined) ?? 'read';
	const named = node[verb];
	const collections = (Array.isArray(named) ? named : [named]) as [string, ...string[]];
	const at = asText(node.at);
	return { verb, collections, where: readFilters(asObject(node.where)), ...(at === undefined ? {} : { at }) };
}

function readFilters(where: Json): Record<string, FilterSpec> {
	return Object.fromEntries(
		Object.entries(where).map(([parameter, node]) => [
			parameter,
			{
				prefix: false,
				skip: 0,
				...(typeof node === 'string' ? { field: node } : (asObject(node) as { field: string })),
			},
		]),
	);
}

function mapValues<T>(data: Json, read: (node: Json) => T): Record<string, T> {
	return Object.fromEntries(Object.entries(data).map(([name, node]) => [name, read(asObject(node))]));
}
