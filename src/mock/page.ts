import type { Document } from '../core/document.ts';
import type { PagingSpec } from '../core/mock-spec.ts';
import type { Operation } from '../core/operation.ts';

/** How many records a page has where neither the request nor the document says so. */
const USUAL = 20;

/** One page of a list. */
export interface Page<Item> {
	items: Item[];
	/** What the answer can say of it. */
	limit: number;
	offset: number;
	total: number;
	/** Path and query of the pages beside it, as the API itself would name them; undefined where there is none. */
	next: string | undefined;
	previous: string | undefined;
}

/** Takes a page out of a list, by the query parameters that the API pages with. `path` is the list's own path. */
export function pageOf<Item>(
	records: readonly Item[],
	{ limit: limitName, offset: offsetName, page: pageName }: PagingSpec,
	operation: Operation,
	query: URLSearchParams,
	path: string,
): Page<Item> {
	const total = records.length;
	const read = (name: string, usual: number) => {
		const asked = Number(query.get(name) ?? documentedDefault(operation, name) ?? usual);
		return Number.isSafeInteger(asked) && asked >= 0 ? asked : usual;
	};
	const limit = limitName !== undefined && has(operation, limitName) ? read(limitName, USUAL) : total;
	const offset =
		offsetName !== undefined ? read(offsetName, 0) : pageName !== undefined ? (read(pageName, 1) - 1) * limit : 0;
	const link = (start: number) => {
		const linked = new URLSearchParams(query);
		if (limitName !== undefined) linked.set(limitName, String(limit));
		if (offsetName !== undefined) linked.set(offsetName, String(start));
		else if (pageName !== undefined) linked.set(pageName, String(Math.floor(start / limit) + 1));
		return `${path}?${linked}`;
	};
	return {
		items: records.slice(offset, offset + limit),
		...{ limit, offset, total },
		next: limit > 0 && offset + limit < total ? link(offset + limit) : undefined,
		previous: limit > 0 && offset > 0 ? link(Math.max(0, offset - limit)) : undefined,
	};
}

function has({ parameters }: Operation, name: string): boolean {
	return parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
}

function documentedDefault({ parameters, document }: Operation, name: string): unknown {
	const parameter = parameters.find((candidate) => candidate.in === 'query' && candidate.name === name);
	return parameter && schemaDefault(document, parameter.schema);
}

function schemaDefault(document: Document, schema: unknown): unknown {
	return document.resolve(schema).default;
}
