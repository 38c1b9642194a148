import type { AnswerHeaders } from './security-headers.ts';

/** Who asks. */
export interface Client {
	/** The IP address that the request came from; see `clientOf`. */
	address: string;
}

/** A part of the server that answers by code rather than by a file. */
export interface Route {
	/** The path that it answers, with everything below: `/mock` is `/mock` and `/mock/…`. */
	prefix: string;
	answer: (request: Request, client: Client) => Promise<Response> | Response;
	/** Headers of its own, which win over the site's and over those of the answer. */
	headers?: AnswerHeaders;
}

/** Whether a route answers a path. */
export function covers(route: Route, pathname: string): boolean {
	return pathname === route.prefix || pathname.startsWith(`${route.prefix}/`);
}
