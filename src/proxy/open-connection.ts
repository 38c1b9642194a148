import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Address } from './find-addresses.ts';
import type { Server } from './read-server.ts';
import { RefusalError } from './refusal.ts';

/** Starts a connection to one of the addresses, all of which were checked, and to nothing else. */
export type Dial = (to: { hostname: string; port: number; addresses: readonly Address[] }) => Socket;

/** Dials by TCP. The name is not looked up again: the system is handed the addresses that were checked, and tries them in turn. */
export const dialByTcp: Dial = ({ hostname, port, addresses }) =>
	connect({
		host: hostname,
		port,
		autoSelectFamily: true,
		lookup: (_hostname, { all }, done) => {
			if (all) return done(null, [...addresses]);
			const [first] = addresses;
			return done(null, first?.address ?? '', first?.family);
		},
	});

/** How connections are made. */
export interface ConnectionOptions {
	dial: Dial;
	/** Authorities to trust in place of the system's, PEM. */
	ca?: string;
}

/**
 * Opens a connection to a server: by TLS, its certificate verified whatever the environment says, unless the server is
 * this machine's own. Throws a `RefusalError`, and the signal's reason once that is aborted.
 */
export async function openConnection(
	server: Server,
	addresses: readonly Address[],
	{ dial, ca }: ConnectionOptions,
	signal: AbortSignal,
): Promise<Socket> {
	signal.throwIfAborted();
	const { hostname, port } = server;
	const socket = dial({ hostname, port, addresses });
	await settled(socket, 'connect', signal, () => {
		return new RefusalError('unreachable', `${hostname} does not take connections.`, 'Try again later.');
	});
	if (!server.secure) return socket;
	const secure = connectTls({
		socket,
		host: hostname,
		...(isIP(hostname) ? {} : { servername: hostname }),
		...(ca === undefined ? {} : { ca }),
		ALPNProtocols: ['http/1.1'],
		minVersion: 'TLSv1.2',
		rejectUnauthorized: true,
	});
	// One does not always take the other along, and a connection that nobody holds would stay open.
	secure.once('close', () => socket.destroy());
	return settled(secure, 'secureConnect', signal, () => {
		return new RefusalError(
			'tls',
			`${hostname} did not prove by its certificate that it is ${hostname}.`,
			'Nothing was sent. Tell whoever runs the API, if this stays.',
		);
	});
}

async function settled<Kind extends Socket>(
	socket: Kind,
	event: string,
	signal: AbortSignal,
	failure: () => RefusalError,
): Promise<Kind> {
	// An error that comes later is told by whoever reads from the socket then; unheard it would end the process.
	socket.on('error', () => socket.destroy());
	try {
		await once(socket, event, { signal });
		return socket;
	} catch {
		socket.destroy();
		throw signal.aborted ? signal.reason : failure();
	}
}
