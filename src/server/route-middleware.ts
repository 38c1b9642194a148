import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRoute } from './answer-route.ts';
import { parseTarget } from './request-target.ts';
import { covers, type Route } from './route.ts';

/** A step of a development server, such as Vite's. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Lets a development server answer the same routes; `routes` is asked each time, so that they can be made anew when a file changes. */
export function routeMiddleware(routes: () => readonly Route[]): Middleware {
	return (request, response, next) => {
		const url = parseTarget(request.url);
		const route = url && routes().find((candidate) => covers(candidate, url.pathname));
		if (!route) return next();
		answerRoute(route, url, request, response).catch(next);
	};
}
