import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Who asks, as far as the network tells. */
export interface Client {
	/** The address in its shortest spelling; empty where the connection is already gone. */
	address: string;
}

/**
 * The client of a request: the other end of the connection, or, behind `trustedProxies` proxies of one's own, what the
 * outermost of them wrote into `X-Forwarded-For`. What a client writes there itself stands further left and is not believed.
 */
export function clientOf({ socket, headers }: IncomingMessage, trustedProxies: number): Client {
	const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
	const told = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
	const address = told && ipaddr.isValid(told) ? told : (socket.remoteAddress ?? '');
	return { address: ipaddr.isValid(address) ? ipaddr.process(address).toString() : address };
}
