import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAuthority } from '../../src/verify/authority.ts';

/** The authority that vouches for every upstream of the tests. */
export const authority = createAuthority();

/** A request as an upstream received it. */
export interface Received {
	method: string;
	/** The request line's own words. */
	target: string;
	/** Name, value, name, value…, as they stood on the wire. */
	rawHeaders: string[];
	headers: IncomingMessage['headers'];
	body: string;
	/** The name that the client asked for by TLS. */
	servername: string | false;
}

/** A real HTTPS server in the place of an API. */
export interface Upstream {
	port: number;
	received: Received[];
	/** Connections that were opened, whether or not a request came. */
	connections: () => number;
	/** How it answers from now on. */
	answer: (message: IncomingMessage, response: ServerResponse) => void;
	close: () => Promise<void>;
}

/** How an upstream answers where a test says nothing else. */
export const plainAnswer: Upstream['answer'] = (_message, response) => {
	response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
};

/** Starts an upstream on a free port; it has a certificate for whatever name it is asked for, unless `certificateFor` names one. */
export async function startUpstream(certificateFor?: string): Promise<Upstream> {
	let connections = 0;
	const server = createHttpsServer(
		{
			...authority.credentialsFor(certificateFor ?? 'unnamed.example'),
			SNICallback: (host, done) => done(null, authority.contextFor(certificateFor ?? host)),
		},
		async (message, response) => {
			const body = await text(message);
			const { method = '', url: target = '', rawHeaders, headers } = message;
			const { servername } = message.socket as Socket & { servername: string | false };
			upstream.received.push({ method, target, rawHeaders, headers, body, servername });
			upstream.answer(message, response);
		},
	);
	server.on('connection', () => connections++);
	const port = await listenAnywhere(server);
	const close = async () => {
		server.closeAllConnections();
		await server[Symbol.asyncDispose]();
	};
	const upstream: Upstream = { port, received: [], connections: () => connections, answer: plainAnswer, close };
	return upstream;
}

/** A port that nothing may ever connect to. */
export interface Tripwire {
	port: number;
	touched: () => number;
	close: () => Promise<void>;
}

/** Listens on every address of the machine, IPv4 and IPv6, and counts who comes. */
export async function startTripwire(): Promise<Tripwire> {
	let touched = 0;
	const server = createTcpServer((socket) => {
		touched++;
		socket.destroy();
	});
	const port = await listenAnywhere(server, '::');
	const close = async () => {
		await server[Symbol.asyncDispose]();
	};
	return { port, touched: () => touched, close };
}

/** Listens on a free port and returns it. */
export async function listenAnywhere(server: Server, host = '127.0.0.1'): Promise<number> {
	server.listen(0, host);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}
