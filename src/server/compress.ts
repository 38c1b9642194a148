import compression from 'compression';

/** Compresses answers on their way out, with Brotli or gzip as the client takes it, where their type and size make it worth it. */
export const compress = compression({
	filter(request, response) {
		// A part of a file cannot be compressed by itself, and events have to arrive one by one.
		const whole = request.headers.range === undefined && response.statusCode !== 206;
		const events = String(response.getHeader('content-type')).startsWith('text/event-stream');
		return whole && !events && compression.filter(request, response);
	},
});
