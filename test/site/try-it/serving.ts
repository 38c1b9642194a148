import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** Serves the file's tests on a free port of 127.0.0.1, and returns how to learn the address. */
export function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): () => string {
	const server = createServer(answer);
	beforeAll(() => new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle)));
	afterAll(() => {
		server.closeAllConnections();
		return new Promise<void>((settle) => server.close(() => settle()));
	});
	return () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
