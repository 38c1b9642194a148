import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Client } from './route.ts';

/**
 * Who sent a message: the address that its connection comes from, or what the outermost of the trusted proxies wrote
 * into `X-Forwarded-For`. What the client wrote there itself stands further left, and is never believed.
 */
export function clientOf(message: IncomingMessage, trustedProxies = 0): Client {
	const forwarded = (message.headersDistinct['x-forwarded-for'] ?? []).join(',').split(',');
	const chain = [...forwarded, message.socket.remoteAddress ?? ''].map((address) => address.trim()).filter(Boolean);
	const address = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? '';
	// An IPv4 client of a socket that speaks both is one client, however its address is written.
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	return { address: isIP(plain) ? plain : (message.socket.remoteAddress ?? '') };
}
