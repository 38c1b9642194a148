import { readOperations } from '../core/read-operations.ts';
import type { ApiDescription } from '../mock/api.ts';

/** The origins of the APIs' own servers that can be reached safely: pages may send readers' requests straight there. */
export function apiOrigins(apis: Readonly<Record<string, ApiDescription>>): string[] {
	const servers = Object.values(apis).flatMap(({ document }) =>
		readOperations(document).flatMap(({ servers }) => servers),
	);
	const urls = [...new Set(servers)].map((server) => URL.parse(server));
	return [...new Set(urls.filter((url) => url?.protocol === 'https:').map((url) => url?.origin ?? ''))].sort();
}
