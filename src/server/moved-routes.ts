import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from './route.ts';

/** Where the build says which pages have moved, old path to new, inside the site's folder. */
const MOVED = '_specimen/moved.json';

/**
 * Leads from the former addresses of pages (below `base`, which routes do not see) to those they have now, with the query that was asked for. A host of mere files has
 * pages there that do the same.
 */
export function movedRoutes(siteDirectory: string, base = ''): Route[] {
	const file = join(siteDirectory, MOVED);
	if (!existsSync(file)) return [];
	const moved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
	return Object.entries(moved).map(([from, to]) => ({
		prefix: encoded(from).slice(base.length).replace(/\/$/, ''),
		answer: (request) =>
			new Response(null, {
				status: 301,
				headers: { location: encoded(to) + new URL(request.url).search, 'cache-control': 'no-cache' },
			}),
	}));
}

/** A path as it goes over the wire. */
function encoded(path: string): string {
	return new URL(path, 'http://localhost').pathname;
}
