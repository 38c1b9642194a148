import { once } from 'node:events';
import type { Socket } from 'node:net';

/**
 * Answers a SOCKS 5 greeting and connect request (RFC 1928) as a proxy that needs no password and
 * reaches every host. What follows on the socket is the client's own traffic. Java's plain sockets
 * come this way. Rejects where the client leaves, or asks for anything but a connection.
 */
export async function acceptSocks(socket: Socket): Promise<void> {
	const [, methods = 0] = await take(socket, 2);
	await take(socket, methods);
	socket.write(Buffer.from([5, 0]));
	const [, command, , kind] = await take(socket, 4);
	if (kind === 1) await take(socket, 4);
	else if (kind === 4) await take(socket, 16);
	else await take(socket, (await take(socket, 1))[0] ?? 0);
	await take(socket, 2);
	if (command !== 1) throw new Error(`SOCKS command ${command} is not a connect request`);
	socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
}

async function take(socket: Socket, count: number): Promise<Buffer> {
	if (count === 0) return Buffer.alloc(0);
	while (socket.readable) {
		const bytes = socket.read(count) as Buffer | null;
		if (bytes?.length === count) return bytes;
		await Promise.race([once(socket, 'readable'), once(socket, 'close')]);
	}
	throw new Error('the client left in the middle of its SOCKS request');
}
