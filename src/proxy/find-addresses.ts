import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import type { Server } from './read-server.ts';
import { RefusalError } from './refusal.ts';

/** An IP address, version 4 or 6. */
export interface Address {
	address: string;
	family: number;
}

/** Finds every address of a host name; rejects where it has none. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

/** Questions to the system that are not answered yet: many readers of one API at a time ask once. */
const asked = new Map<string, Promise<readonly Address[]>>();

/** Asks the system, as every other program on the machine does. */
export const resolveBySystem: Resolve = (hostname) => {
	const known = asked.get(hostname);
	if (known) return known;
	const answer = lookup(hostname, { all: true }).finally(() => asked.delete(hostname));
	asked.set(hostname, answer);
	return answer;
};

/**
 * The addresses that a server may be reached at: all it has, and none of them where a single one is not allowed. The
 * name is asked for once, and what was checked is what is dialled, so that no second answer can lead elsewhere.
 * Throws a `RefusalError`, which does not tell the addresses: they may say something of the network behind the site.
 */
export async function findAddresses(server: Server, resolve: Resolve): Promise<readonly Address[]> {
	const { hostname } = server;
	const family = isIP(hostname);
	const addresses = family ? [{ address: hostname, family }] : await ask(hostname, resolve);
	const allowed = server.loopback ? isLoopbackAddress : isPublicAddress;
	if (!addresses.every(({ address }) => allowed(address))) {
		throw new RefusalError(
			'refused-address',
			`${hostname} leads to an address that is not on the public internet.`,
			'Choose a public server of the API; this one cannot be reached through the site.',
		);
	}
	return addresses;
}

async function ask(hostname: string, resolve: Resolve): Promise<readonly Address[]> {
	const addresses = await resolve(hostname).catch((): Address[] => []);
	if (addresses.length > 0) return addresses;
	throw new RefusalError(
		'unknown-host',
		`No address is known for ${hostname}.`,
		'Check the name of the server; if it is right, try again later.',
	);
}
