import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import serveStatic from 'serve-static';

/** Serves a built site on a free port, compressed and without any policy, so that every site has the same server. */
export async function serveFolder(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
	const compress = compression();
	const serve = serveStatic(folder);
	const server = createServer((request, response) => {
		compress(request as never, response as never, () => {
			serve(request as never, response as never, () => {
				response.statusCode = 404;
				response.end();
			});
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => {
			server.closeAllConnections();
			return new Promise((closed) => server.close(() => closed()));
		},
	};
}
