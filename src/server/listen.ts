import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProblemError } from '../core/problem.ts';
import type { Settings } from './settings.ts';

/** Where to listen. */
type Address = Pick<Settings, 'host' | 'port'>;

/** What to say of the reasons for which a server cannot listen. */
const REASONS: Record<string, (at: Address, command: string) => [message: string, hint: string]> = {
	EADDRINUSE: ({ host, port }, command) => [
		`Port ${port} of ${host} is taken by another program.`,
		`Stop that program, or choose another port: PORT=${port < 65535 ? port + 1 : 4321} ${command}`,
	],
	EACCES: ({ port }, command) => [
		`Port ${port} may not be used without more rights.`,
		`Choose a port of 1024 or above: PORT=4321 ${command}`,
	],
	EADDRNOTAVAIL: ({ host }) => [
		`HOST is ${host}, which is no address of this machine.`,
		'Set it to 127.0.0.1, or to 0.0.0.0 for every address.',
	],
	ENOTFOUND: ({ host }) => [
		`HOST is ${host}, which has no address.`,
		'Set it to 127.0.0.1, or to 0.0.0.0 for every address.',
	],
};

/**
 * Starts listening and returns the address to open. Throws a `ProblemError` that says what to do where it cannot; `command` is
 * what starts the server.
 */
export async function listen(server: Server, at: Address, command = 'npm start'): Promise<string> {
	try {
		server.listen(at.port, at.host);
		await once(server, 'listening');
	} catch (error) {
		const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
		if (!reason) throw error;
		const [message, hint] = reason(at, command);
		throw new ProblemError({ severity: 'error', code: 'cannot-listen', message, hint });
	}
	const { address, family, port } = server.address() as AddressInfo;
	// Every address is none that a browser can open: the machine's own is one of them.
	const everywhere = address === '0.0.0.0' || address === '::';
	return `http://${everywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
