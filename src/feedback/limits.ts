import { createHmac, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** What one client may do in an hour. */
const LIMITS = { rating: 120, comment: 30, subscription: 10, token: 1_000 } as const;

/** What is limited. */
export type Limited = keyof typeof LIMITS;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How many clients are counted at once; past it the oldest are forgotten, so that no crowd can fill the memory. */
const CLIENTS = 50_000;

/** Counts what clients do. */
export interface Limits {
	/** Counts one more; 0 where it is within the limit, else the seconds until it is again. */
	take(address: string, what: Limited): number;
}

/**
 * Makes the counters. Addresses are nowhere kept: a client is a hash of its network under a key that lives in memory for
 * a day. Of IPv6 a network is 64 bits, for anybody's own holds more addresses than can be counted.
 */
export function createLimits(now: () => Date): Limits {
	let day = 0;
	let key = randomBytes(32);
	let counted = new Map<string, { count: number; until: number }>();

	return {
		take(address, what) {
			const time = now().getTime();
			const today = Math.floor(time / DAY);
			if (today !== day) {
				day = today;
				key = randomBytes(32);
				counted = new Map();
			}
			const client = createHmac('sha256', key)
				.update(`${what} ${networkOf(address)}`)
				.digest('base64');
			const found = counted.get(client);
			const entry = found && found.until > time ? found : { count: 0, until: time + HOUR };
			entry.count++;
			counted.delete(client);
			counted.set(client, entry);
			const [oldest] = counted.keys();
			if (counted.size > CLIENTS && oldest !== undefined) counted.delete(oldest);
			return entry.count > LIMITS[what] ? Math.ceil((entry.until - time) / 1000) : 0;
		},
	};
}

function networkOf(address: string): string {
	if (!ipaddr.IPv6.isValid(address)) return address;
	return ipaddr.IPv6.parse(address).parts.slice(0, 4).join(':');
}
