import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { RefusalError } from './refusal.ts';

/** A request as it is written on a connection. */
export interface UpstreamRequest {
	method: string;
	url: URL;
	headers: readonly (readonly [name: string, value: string])[];
	body?: string;
}

/**
 * Sends a request on a connection of its own, which is used for nothing else, and returns the answer as soon as its
 * headers are there. A redirect is an answer like any other. Throws a `RefusalError`, or the signal's reason.
 */
export async function askUpstream(
	{ method, url, headers, body }: UpstreamRequest,
	socket: Socket,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	const path = url.pathname + url.search;
	const outgoing = httpRequest({ method, path, signal, setHost: false, createConnection: () => socket });
	const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
	outgoing.once('response', resolve);
	// What goes wrong after the answer has begun is told by the answer itself.
	outgoing.on('error', reject);
	// Nobody asked for another protocol, and Node counts it as no error.
	outgoing.once('upgrade', () => reject(new Error('Switched to another protocol')));
	for (const [name, value] of headers) outgoing.appendHeader(name, value);
	outgoing.end(body);
	try {
		return await promise;
	} catch {
		outgoing.destroy();
		socket.destroy();
		if (signal.aborted) throw signal.reason;
		throw new RefusalError(
			'broken-off',
			`${url.hostname} broke the connection off, or answered something that is not HTTP.`,
			'The request may have arrived: look before you send it again.',
		);
	}
}
