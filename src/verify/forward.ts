import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Api } from '../core/sample.ts';
import type { Answer } from './answer.ts';
import type { AnswerRequest } from './capture-server.ts';
import type { CapturedRequest } from './captured-request.ts';

/** Headers that belong to one connection, not to the message (RFC 9110, 7.6.1). */
const ofConnection = /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length)$/i;

/**
 * Hands each request on to another server and brings back its answer, unchanged. `url` takes the place of the API's own
 * base URL. Rejects where the server does not answer, or the request is for somebody else than the API.
 */
export function forwardTo(api: Api, url: string): AnswerRequest {
	const servers = [...new Set(api.tasks.map(({ operation }) => operation.server))].map((server) => new URL(server));
	return async (request) => {
		const own = servers.find(({ host, pathname }) => host === request.host && request.path.startsWith(pathname));
		if (!own) throw new Error(`${request.host}${request.path} is not the API's`);
		const rest = request.path.slice(own.pathname.replace(/\/$/, '').length);
		const query = request.query === '' ? '' : `?${request.query}`;
		return send(`${url.replace(/\/+$/, '')}${rest}${query}`, request);
	};
}

function send(url: string, { method, headers, body }: CapturedRequest): Promise<Answer> {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const kept = Object.fromEntries(headers.filter(([name]) => !ofConnection.test(name)));
	const sent = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
		method,
		headers: body.length > 0 ? { ...kept, 'content-length': body.length } : kept,
		timeout: 30_000,
	});
	sent.on('response', (message) => void readAnswer(message).then(resolve, reject));
	sent.on('timeout', () => sent.destroy(new Error(`${new URL(url).host} does not answer`)));
	sent.on('error', reject);
	sent.end(body);
	return promise;
}

async function readAnswer(message: IncomingMessage): Promise<Answer> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	const headers: [string, string][] = [];
	for (let at = 0; at + 1 < message.rawHeaders.length; at += 2)
		headers.push([message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '']);
	return {
		status: message.statusCode ?? 502,
		headers: headers.filter(([name]) => !ofConnection.test(name)),
		body: Buffer.concat(chunks),
	};
}
