import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Answer } from './answer.ts';
import type { Authority } from './authority.ts';
import { type CapturedRequest, captureRequest } from './captured-request.ts';
import { acceptSocks } from './socks.ts';

/** Answers a request that is whole; `index` counts the requests from 0. */
export type AnswerRequest = (request: CapturedRequest, index: number) => Answer | Promise<Answer>;

/** How a capture server answers, and how much it is willing to take in. */
export interface CaptureOptions {
	authority: Authority;
	/** What throws here becomes a fault and a closed connection. */
	answer: AnswerRequest;
	/** Bytes of one request's body; default 16 MiB. */
	bodyLimit?: number;
	/** Requests in all; default 1,000. */
	requestLimit?: number;
}

/** A server on the loopback address that stands in for every host on the internet. */
export interface CaptureServer {
	port: number;
	/** A port of this machine on which, while the server is open, every connection is refused. */
	refusedPort: number;
	/** What came in, in order of completion. */
	requests: readonly CapturedRequest[];
	/** What came in but was no request: failed handshakes, broken HTTP, and what went over a limit. */
	faults: readonly string[];
	/** Waits a moment for clients that are leaving, then ends every connection. */
	close(): Promise<void>;
}

const connectionLimit = 256;
/** A connection's idle time or, since TLS hides its traffic from the socket, its age. */
const idleLimit = 300_000;
const leaveLimit = 500;

/**
 * Opens a capture server on a free port. The first byte of a connection decides what it speaks:
 * TLS (with a certificate for whatever name is asked for), SOCKS 5, or HTTP, which may in turn be
 * a CONNECT to a proxy, and then the tunnel's first byte decides again.
 */
export async function openCaptureServer(options: CaptureOptions): Promise<CaptureServer> {
	const { authority, answer, bodyLimit = 16 * 1024 * 1024, requestLimit = 1000 } = options;
	const requests: CapturedRequest[] = [];
	const faults: string[] = [];
	const sockets = new Set<Socket>();

	const receive = async (message: IncomingMessage, response: ServerResponse) => {
		const { socket } = message;
		try {
			const body = await readBody(message, bodyLimit);
			if (requests.length >= requestLimit) throw new Error(`more than ${requestLimit} requests`);
			const request = captureRequest(message, body, socket instanceof TLSSocket);
			const index = requests.push(request) - 1;
			send(response, await answer(request, index));
		} catch (error) {
			faults.push(`${message.method} ${message.url}: ${reason(error)}`);
			socket.destroy();
		}
	};

	const http = createHttpServer(
		{ maxHeaderSize: 1024 * 1024, requireHostHeader: false, keepAliveTimeout: 60_000 },
		receive,
	);
	http.on('connect', (_message, socket: Socket, head: Buffer) => {
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		if (head.length > 0) socket.unshift(head);
		sniff(socket);
	});
	http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		// A client that hangs up after its answer is no fault; one that sends broken HTTP is.
		if (error.code?.startsWith('HPE_')) faults.push(`broken HTTP: ${error.message}`);
		socket.destroy();
	});

	const tls = createTlsServer({
		// What a client gets that names no host.
		...authority.credentialsFor('localhost'),
		ALPNProtocols: ['http/1.1'],
		handshakeTimeout: 10_000,
		SNICallback: (host, done) => done(null, authority.contextFor(host)),
	});
	tls.on('secureConnection', (socket) => http.emit('connection', socket));
	tls.on('tlsClientError', (error, socket) => {
		const { servername } = socket as TLSSocket & { servername?: string | false };
		faults.push(`TLS for ${servername || 'an unnamed host'}: ${error.message.trim()}`);
	});

	const sniff = (socket: Socket) => {
		socket.once('readable', () => {
			const bytes = socket.read() as Buffer | null;
			if (bytes === null) return void socket.destroy();
			socket.unshift(bytes);
			if (bytes[0] === 0x16) tls.emit('connection', socket);
			else if (bytes[0] !== 0x05) http.emit('connection', socket);
			else {
				acceptSocks(socket).then(
					() => sniff(socket),
					(error) => {
						faults.push(reason(error));
						socket.destroy();
					},
				);
			}
		});
	};

	const server = createServer({ allowHalfOpen: true, noDelay: true });
	server.maxConnections = connectionLimit;
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;

	// A port that is bound but not listened on refuses connections, and nobody else can take it.
	// Node binds without listening only for an outgoing connection, so this one is held open.
	const held = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1' });
	const [[accepted]] = await Promise.all([once(server, 'connection'), once(held, 'connect')]);
	(accepted as Socket).on('error', () => {});
	held.on('error', () => {});

	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.setTimeout(idleLimit, () => socket.destroy());
		sniff(socket);
	});

	const close = async () => {
		const closed = once(server, 'close');
		server.close();
		held.destroy();
		(accepted as Socket).destroy();
		await allClosed(sockets, leaveLimit);
		for (const socket of sockets) socket.destroy();
		http.closeAllConnections();
		await closed;
	};
	return { port, refusedPort: held.localPort ?? 0, requests, faults, close };
}

function allClosed(sockets: ReadonlySet<Socket>, limit: number): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, limit);
		const check = () => {
			if (sockets.size > 0) return;
			clearTimeout(timer);
			resolve();
		};
		for (const socket of sockets) socket.once('close', check);
		check();
	});
}

async function readBody(message: IncomingMessage, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of message as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw new Error(`a body of more than ${limit} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: Answer): void {
	const bodiless = answer.status === 204 || answer.status === 304;
	const body = bodiless ? undefined : Buffer.from(answer.body ?? '');
	const headers = (answer.headers ?? []).map(([name, value]): [string, string] => [name, value]);
	const names = new Set(headers.map(([name]) => name.toLowerCase()));
	if (body?.length && !names.has('content-type')) headers.push(['content-type', 'application/json']);
	if (body && !names.has('content-length'))
		headers.push(['content-length', `${answer.announcedLength ?? body.length}`]);
	response.writeHead(answer.status, headers.flat());
	if (answer.announcedLength === undefined) response.end(body);
	else response.write(body ?? '', () => response.socket?.end());
}

function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
