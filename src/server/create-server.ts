import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerRoute } from './answer-route.ts';
import { belowBase } from './below-base.ts';
import { compress } from './compress.ts';
import { embedHeaders } from './embed-headers.ts';
import { healthRoute } from './health-route.ts';
import { problemAnswer } from './problem-answer.ts';
import { answerClientError, answerRaw } from './raw-answer.ts';
import { parseTarget } from './request-target.ts';
import { covers, type Route } from './route.ts';
import { type AnswerHeaders, type Origins, siteHeaders } from './security-headers.ts';
import { sendResponse } from './send-response.ts';
import { createStaticSite } from './static-site.ts';

/** What a server is made of. */
export interface ServerOptions {
	/** The folder of the built site. */
	siteDirectory: string;
	/** What is answered by code; the first that covers a path answers it. `/healthz` is always there. */
	routes?: readonly Route[];
	/** Says which inline scripts of the site may run, each as `sha256-…`; asked for each answer. */
	scriptHashes?: () => readonly string[];
	/** How many proxies of one's own stand before the server and write `X-Forwarded-For`; 0 where it is asked directly. */
	trustedProxies?: number;
	/** The path that the site is published below: `/reference`. */
	base?: string;
	/** Origins that pages may load from, by directive of the Content-Security-Policy. */
	origins?: Origins;
	/** Origins whose pages may load what is meant for embedding: the files below `/embed/`. */
	embedOrigins?: readonly string[];
	/** Told of what went wrong inside; the client gets a 500 that says nothing of it. */
	onError?: (error: unknown, request: IncomingMessage) => void;
}

/** Makes the server of site, mock and whatever else has a route. It listens when told to, as every `http.Server`. */
export function createServer(options: ServerOptions): Server {
	const { siteDirectory, routes = [], scriptHashes = () => [], base = '', origins = {} } = options;
	const { trustedProxies = 0, embedOrigins = [], onError } = options;
	const site = createStaticSite(siteDirectory);
	const allRoutes = [healthRoute, ...routes];

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		setHeaders(response, siteHeaders(scriptHashes(), origins));
		const asked = parseTarget(request.url);
		if (!asked || request.headers.host === undefined) return sendResponse(response, problemAnswer(400));
		const target = belowBase(base, asked, request);
		if (!target) return sendResponse(response, problemAnswer(404));
		if ('redirect' in target)
			return sendResponse(response, new Response(null, { status: 302, headers: { location: target.redirect } }));
		const { url } = target;
		const route = allRoutes.find((candidate) => covers(candidate, url.pathname));
		if (route) return answerRoute(route, url, request, response, trustedProxies);
		setHeaders(response, embedHeaders(url.pathname, request.headers.origin, embedOrigins));
		request.url = url.pathname + url.search;
		return site(request, response);
	}

	const server = createHttpServer({ requireHostHeader: false, requestTimeout: 60_000 }, (request, response) => {
		compress(request, response, () => {
			answer(request, response).catch((error: unknown) => fail(error, request, response));
		});
	});

	function fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
		// A client that went away is no fault of anything here.
		if (request.socket.destroyed) return;
		onError?.(error, request);
		if (response.headersSent) response.destroy();
		else void sendResponse(response, problemAnswer(500));
	}

	server.on('clientError', answerClientError);
	server.on('connect', (_request, socket) => answerRaw(socket, 405));
	server.on('checkExpectation', (_request, response) => {
		setHeaders(response, siteHeaders(scriptHashes(), origins));
		void sendResponse(response, problemAnswer(417));
	});
	return server;
}

function setHeaders(response: ServerResponse, headers: AnswerHeaders): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
