import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import serveStatic from 'serve-static';
import { problemAnswer } from './problem-answer.ts';
import { sendResponse } from './send-response.ts';

/** Files whose names hold a hash of their content, so that they never change under one name. */
const HASHED = /^((_astro|pagefind\/(fragment|index))\/|icons\.[\da-f]+\.svg$)/;

/** Why a file is not sent: a range or a precondition that does not hold, or a disk that fails. */
interface FileError extends Error {
	statusCode?: number;
	headers?: Record<string, string>;
}

/** Answers a request from the built site's files. Rejects where a file cannot be read. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves a folder: `/a/` is `a/index.html`, and `/a` leads there; what is missing is `404.html` with status 404.
 * The disk is asked each time, so that a site built again under a running server is served as it is now.
 */
export function createStaticSite(directory: string): StaticSite {
	const serve = serveStatic(directory, {
		cacheControl: false,
		setHeaders(response, path) {
			const hashed = HASHED.test(relative(directory, path).replaceAll('\\', '/'));
			response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
		},
	});

	async function answerMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const page = await readFile(join(directory, '404.html')).catch(() => undefined);
		response.statusCode = 404;
		response.setHeader('cache-control', 'no-cache');
		response.setHeader('content-type', page ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8');
		const body = page ?? Buffer.from('Not found\n');
		response.setHeader('content-length', body.length);
		response.end(request.method === 'HEAD' ? undefined : body);
	}

	return async (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			const refusal = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : problemAnswer(405);
			refusal.headers.set('allow', 'GET, HEAD, OPTIONS');
			return sendResponse(response, refusal);
		}
		const { promise: outcome, resolve } = Promise.withResolvers<'sent' | 'missing' | FileError>();
		response.once('close', () => resolve('sent'));
		serve(request, response, (error) => resolve((error as FileError | undefined) ?? 'missing'));
		const result = await outcome;
		if (result === 'sent') return;
		if (result === 'missing') return answerMissing(request, response);
		if (response.headersSent || (result.statusCode ?? 500) >= 500) throw result;
		const refusal = problemAnswer(result.statusCode ?? 400);
		for (const [name, value] of Object.entries(result.headers ?? {})) refusal.headers.set(name, value);
		return sendResponse(response, refusal);
	};
}
