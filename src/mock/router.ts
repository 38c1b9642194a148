import type { Operation } from '../core/operation.ts';
import { comparePathTemplates, compilePathTemplate, type PathTemplate, pathSegments } from './path-template.ts';

/** An operation that a path leads to, with the values of its path parameters by name. */
export interface Match {
	operation: Operation;
	parameters: ReadonlyMap<string, string>;
}

/** What a path leads to: the operation of each method, upper case. */
export type Methods = ReadonlyMap<string, Match>;

/** Finds the operations of a path. */
export interface Router {
	/** The operations of a path, or undefined where no operation has it. */
	find(pathname: string): Methods | undefined;
	/** A path that does lead somewhere and differs only in its last slash, for the answer to a reader who forgot it. */
	suggest(pathname: string): string | undefined;
}

interface Route {
	template: PathTemplate;
	operation: Operation;
}

/**
 * Makes a router of an API's operations. A path begins with the path of the operation's server (`/v1`).
 * Where several templates match, each method is taken from the most concrete one that has it.
 * Slashes repeated at the end count as one: several SDKs send them, and the APIs take them.
 */
export function createRouter(operations: readonly Operation[]): Router {
	const bySegmentCount = Map.groupBy(
		operations
			.map((operation): Route => ({ template: compilePathTemplate(serverPath(operation) + operation.path), operation }))
			.sort((left, right) => comparePathTemplates(left.template, right.template)),
		(route) => route.template.segmentCount,
	);

	function findExact(pathname: string): Methods | undefined {
		const segments = pathSegments(pathname);
		const methods = new Map<string, Match>();
		for (const { template, operation } of bySegmentCount.get(segments?.length ?? 0) ?? []) {
			const values = segments && template.match(segments);
			if (!values || methods.has(operation.method)) continue;
			methods.set(operation.method, {
				operation,
				parameters: new Map(template.names.map((name, index) => [name, values[index] ?? ''])),
			});
		}
		return methods.size > 0 ? methods : undefined;
	}

	return {
		find: (pathname) => findExact(pathname) ?? findExact(pathname.replace(/\/{2,}$/, '/')),
		suggest(pathname) {
			const other = pathname.endsWith('/') ? pathname.replace(/\/+$/, '') : `${pathname}/`;
			return findExact(other) ? other : undefined;
		},
	};
}

/** The path of an operation's server, without a slash at its end: `/v1` of `https://api.plivo.com/v1`. */
export function serverPath(operation: Operation): string {
	return URL.parse(operation.server)?.pathname.replace(/\/+$/, '') ?? '';
}
