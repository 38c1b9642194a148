import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { isStreamed } from './streamed.ts';

/** Sends a `Response` on a connection. Events and lines of JSON go out as they come; everything else is sent whole, with its length. */
export async function sendResponse(target: ServerResponse, response: Response): Promise<void> {
	target.statusCode = response.status;
	for (const [name, value] of response.headers) if (name !== 'set-cookie') target.setHeader(name, value);
	for (const cookie of response.headers.getSetCookie()) target.appendHeader('set-cookie', cookie);
	if (!response.body) {
		target.end();
		return;
	}
	if (isStreamed(response.headers.get('content-type'))) {
		await pipeline(Readable.fromWeb(response.body as ReadableStream), target);
		return;
	}
	const bytes = Buffer.from(await response.arrayBuffer());
	target.setHeader('content-length', bytes.length);
	target.end(bytes);
}
