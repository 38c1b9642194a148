import compression from 'compression';
import { isStreamed } from './streamed.ts';

/** Compresses answers on their way out, with Brotli or gzip as the client takes it, where their type and size make it worth it. */
export const compress = compression({
	filter(request, response) {
		// A part of a file cannot be compressed by itself, and what is streamed has to arrive piece by piece.
		const whole = request.headers.range === undefined && response.statusCode !== 206;
		return whole && !isStreamed(response.getHeader('content-type')) && compression.filter(request, response);
	},
});
