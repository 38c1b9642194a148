import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { SANDBOXED_HEADERS } from './security-headers.ts';

/** Why a connection's bytes are no request, as Node names it. */
interface ClientError extends Error {
	code?: string;
}

/** Answers bytes that are no request this server can read, and hangs up. */
export function answerClientError(error: ClientError, socket: Duplex): void {
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
	answerRaw(socket, status);
}

/** Writes an answer straight to a socket, where there is no request to answer. */
export function answerRaw(socket: Duplex, status: number): void {
	// Nobody else listens to this socket any more, and an error that nobody hears would end the process.
	socket.on('error', () => socket.destroy());
	const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status });
	const headers = {
		...SANDBOXED_HEADERS,
		'content-type': 'application/problem+json',
		'content-length': body.length,
		'cache-control': 'no-store',
		connection: 'close',
	};
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
