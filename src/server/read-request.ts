import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reading stopped because the body is longer than it may be. */
export class BodyTooLarge extends Error {}

/** How much more of a refused body is read, so that a client that is busy sending it gets to read the answer. */
const DRAINED = 16 * 1024 * 1024;

/**
 * Makes a `Request` of what came in, its body read whole. Its signal aborts when the client goes away.
 * Throws `BodyTooLarge` past `limit` bytes, and what the socket throws where the client went away before it had sent all.
 */
export async function readRequest(
	message: IncomingMessage,
	response: ServerResponse,
	url: URL,
	limit: number,
): Promise<Request> {
	const method = message.method ?? 'GET';
	const bytes = await readBytes(message, limit);
	const abort = new AbortController();
	response.once('close', () => {
		if (!response.writableFinished) abort.abort();
	});
	const headers = new Headers();
	for (const [name, values] of Object.entries(message.headersDistinct)) {
		for (const value of values ?? []) headers.append(name, value);
	}
	const bodiless = method === 'GET' || method === 'HEAD' || bytes.length === 0;
	return new Request(url, { method, headers, signal: abort.signal, ...(bodiless ? {} : { body: bytes }) });
}

async function readBytes(message: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
	if (Number(message.headers['content-length'] ?? 0) > limit) throw refuse(message);
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length > limit) throw refuse(message);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Reads on without keeping anything, and hangs up on a client that does not stop. */
function refuse(message: IncomingMessage): BodyTooLarge {
	let length = 0;
	message.on('data', (chunk: Buffer) => {
		length += chunk.length;
		if (length > DRAINED) message.destroy();
	});
	return new BodyTooLarge();
}
