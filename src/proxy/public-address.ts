import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by its number, but the host's own: Azure answers there for the machine that asks. */
const PLATFORM = ipaddr.parse('168.63.129.16');

/** The part of IPv6 that is routed between networks (RFC 4291, 2.4); everything outside it is special. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address belongs to the public internet. Loopback, private, link-local, shared, multicast, documentation and
 * other special ranges do not, and neither does an IPv6 address that carries an IPv4 one (mapped, 6to4, NAT64, Teredo),
 * since what it carries may be any of those. What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
	// The library also reads 1.1.1 and 010.0.0.1, which others read differently.
	if (!isIP(text)) return false;
	const address = ipaddr.parse(text);
	if (address.range() !== 'unicast') return false;
	if (address instanceof ipaddr.IPv6) return address.zoneId === undefined && address.match(...GLOBAL);
	return address.toString() !== PLATFORM.toString();
}

/** Whether an address is this machine's own. */
export function isLoopbackAddress(text: string): boolean {
	return isIP(text) !== 0 && ipaddr.parse(text).range() === 'loopback';
}
