import type { Client } from './client.ts';
import type { AnswerHeaders } from './security-headers.ts';

/** A part of the server that answers by code rather than by a file. */
export interface Route {
	/** The path that it answers, with everything below: `/mock` is `/mock` and `/mock/…`. */
	prefix: string;
	answer: (request: Request, client: Client) => Promise<Response> | Response;
	/** The longest body that it takes, in bytes; 1 MiB where it says nothing. */
	bodyLimit?: number;
	/** Headers of its own, which win over the site's and over those of the answer. */
	headers?: AnswerHeaders;
}

/** Whether a route answers a path. */
export function covers(route: Route, pathname: string): boolean {
	return pathname === route.prefix || pathname.startsWith(`${route.prefix}/`);
}
