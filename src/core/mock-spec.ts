import type { Json } from './document.ts';

/** What an API's mock remembers of its readers' requests: `mock.yaml`, read and checked. */
export interface MockSpec {
	collections: Readonly<Record<string, CollectionSpec>>;
	/** By operationId; an operation that is not here answers its documented example. */
	operations: Readonly<Record<string, ActionSpec>>;
	paging: PagingSpec;
}

/** One kind of record. A field is named as the path parameter or body property that holds it. */
export interface CollectionSpec {
	/** The fields that tell its records apart. */
	key: readonly string[];
	/** The collection whose records hold these: without theirs they cannot be made or listed, and they go with it. */
	within?: string;
	/** What a new record has in each field: a value, or one made for it (`{ fresh: uuid }`). */
	fields: Readonly<Record<string, unknown>>;
	/** How a record looks in an answer, with the names of fields and path parameters in braces; absent: as its fields. */
	shown?: Json;
	/** The records that every reader begins with. */
	seed: readonly Json[];
}

/** What an operation can do. `create` also takes the place of a record that has the same key. */
export const VERBS = ['list', 'read', 'create', 'update', 'remove'] as const;

/** What an operation does to which collections. */
export interface ActionSpec {
	verb: (typeof VERBS)[number];
	/** One; `create` may make a record in several, the first of which is answered. */
	collections: readonly [string, ...string[]];
	/** Query parameters by name, with what they ask of a record. */
	where: Readonly<Record<string, FilterSpec>>;
	/** JSON pointer to where the answer holds the record; for a list, its records. */
	at?: string;
}

/** A record passes where its field is what the query parameter says, or begins with it. */
export interface FilterSpec {
	field: string;
	/** Whether the field has only to begin with it. */
	prefix: boolean;
	/** How many characters of the field come before what is compared. */
	skip: number;
	/** What parts several values in the parameter, of which one has to fit. */
	separator?: string;
}

/** How lists are paged. */
export interface PagingSpec {
	/** JSON pointer to where answers hold the records. */
	at: string;
	/** Query parameters: how many records a page has, and how many come before it, or which page it is. */
	limit?: string;
	offset?: string;
	page?: string;
	/** What else a list's answer says, by JSON pointer; `{limit}`, `{offset}`, `{total}`, `{next}` and `{previous}` are filled in. */
	set: Readonly<Record<string, unknown>>;
	/** What stands for the next or previous page where there is none. */
	none: unknown;
}

/** The names that `paging.set` can use, beside those of path parameters. */
export const PAGING_NAMES = ['limit', 'offset', 'total', 'next', 'previous'] as const;

/** What a field can be made of for a new record. */
export const FRESH = ['uuid', 'date-time', 'integer'] as const;

/** The kind of value that a field is made of for each new record (`{ fresh: uuid }`), or undefined where it is given. */
export function freshKind(value: unknown): (typeof FRESH)[number] | undefined {
	const kind = (value as { fresh?: unknown } | null)?.fresh;
	return FRESH.find((known) => known === kind);
}

/** Every field of a collection: those it is told apart by, those of the collection it is within, and its own. */
export function fieldNames(collections: MockSpec['collections'], name: string): string[] {
	const collection = collections[name];
	const parent = collection?.within === undefined ? undefined : collections[collection.within];
	return [...new Set([...(parent?.key ?? []), ...(collection?.key ?? []), ...Object.keys(collection?.fields ?? {})])];
}
