import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends bytes as they are, which no client library would, and returns everything that comes back until the server hangs up. */
export async function rawRequest(address: string, bytes: string): Promise<string> {
	const { hostname, port } = new URL(address);
	const socket = connect(Number(port), hostname);
	socket.setTimeout(4_000, () => socket.destroy(new Error('The server did not answer.')));
	await once(socket, 'connect');
	socket.write(bytes);
	return text(socket);
}
