declare module 'serve-static' {
	import type { Stats } from 'node:fs';
	import type { IncomingMessage, ServerResponse } from 'node:http';

	/** The options that this server uses; the package has more. */
	interface ServeStaticOptions {
		cacheControl?: boolean;
		index?: string;
		setHeaders?: (response: ServerResponse, path: string, stats: Stats) => void;
	}
	type ServeStatic = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
	export default function serveStatic(root: string, options?: ServeStaticOptions): ServeStatic;
}

declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	/** The options that this server uses; the package has more. */
	interface CompressionOptions {
		filter?: (request: IncomingMessage, response: ServerResponse) => boolean;
	}
	type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	function compression(options?: CompressionOptions): Compress;
	namespace compression {
		/** Whether an answer's media type is worth compressing. */
		function filter(request: IncomingMessage, response: ServerResponse): boolean;
	}
	export default compression;
}
