import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Client, clientOf } from './client.ts';
import { problemAnswer } from './problem-answer.ts';
import { BodyTooLarge, readRequest } from './read-request.ts';
import type { Route } from './route.ts';
import { sendResponse } from './send-response.ts';

/** The longest body that a route is given unless it says otherwise, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Lets a route answer what came in. Rejects where the route does, and where the client went away before it had sent all. */
export async function answerRoute(
	route: Route,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
	trustedProxies = 0,
): Promise<void> {
	for (const [name, value] of Object.entries(route.headers ?? {})) response.setHeader(name, value);
	const answered = await answerOf(route, url, request, response, clientOf(request, trustedProxies));
	for (const name of Object.keys(route.headers ?? {})) answered.headers.delete(name);
	await sendResponse(response, answered);
}

async function answerOf(
	route: Route,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
	client: Client,
): Promise<Response> {
	// The platform's `Request` refuses these two, and nothing here has a use for them.
	if (request.method === 'TRACE' || request.method === 'TRACK') return problemAnswer(501);
	const limit = route.bodyLimit ?? BODY_LIMIT;
	try {
		return await route.answer(await readRequest(request, response, url, limit), client);
	} catch (error) {
		if (error instanceof BodyTooLarge) return problemAnswer(413, `A body holds at most ${limit} bytes`);
		throw error;
	}
}
