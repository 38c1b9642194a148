import type { Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';
import { listen } from '../../src/server/listen.ts';

/** Starts a server before the file's tests, on a port of the system's choice, and stops it after them. */
export function listening(options: () => ServerOptions): { address: () => string; server: () => Server } {
	let server: Server;
	let address: string;
	beforeAll(async () => {
		server = createServer(options());
		address = await listen(server, { host: '127.0.0.1', port: 0 });
	});
	afterAll(async () => {
		server.closeAllConnections();
		await server[Symbol.asyncDispose]();
	});
	return { address: () => address, server: () => server };
}
