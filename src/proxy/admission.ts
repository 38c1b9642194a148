import ipaddr from 'ipaddr.js';
import type { Limits } from './limits.ts';
import { RefusalError } from './refusal.ts';

/** Lets requests in while they keep to the limits. */
export interface Admission {
	/** Counts a request of a client, by its address, and returns what ends it. Throws a `RefusalError` past a limit. */
	admit: (address: string) => () => void;
}

/** What a client has left of its requests, at a time. */
interface Allowance {
	left: number;
	at: number;
}

/** How many clients are remembered; the one that has been quiet for longest is forgotten first. */
const MOST_CLIENTS = 10_000;
const MINUTE = 60_000;

/** Makes an admission. A client that was quiet may send a minute's requests at once; then they come back one by one. */
export function createAdmission(limits: Limits, now: () => number = Date.now): Admission {
	const allowances = new Map<string, Allowance>();
	const underWay = new Map<string, number>();
	let all = 0;

	function spend(client: string): void {
		const time = now();
		const { left, at } = allowances.get(client) ?? { left: limits.perMinute, at: time };
		const had = Math.min(limits.perMinute, left + ((time - at) * limits.perMinute) / MINUTE);
		allowances.delete(client);
		allowances.set(client, { left: had < 1 ? had : had - 1, at: time });
		const [oldest] = allowances.keys();
		if (allowances.size > MOST_CLIENTS && oldest !== undefined) allowances.delete(oldest);
		if (had >= 1) return;
		throw tooMany('You sent many requests in a short time.', Math.ceil(((1 - had) * MINUTE) / limits.perMinute / 1000));
	}

	function admit(address: string): () => void {
		const client = clientKey(address);
		spend(client);
		if (all >= limits.concurrent) throw tooMany('Many readers send requests at this moment.', 1);
		const own = underWay.get(client) ?? 0;
		if (own >= limits.concurrentPerClient) throw tooMany(`You have ${own} requests under way.`, 1);
		all++;
		underWay.set(client, own + 1);
		let over = false;
		return () => {
			if (over) return;
			over = true;
			all--;
			const rest = (underWay.get(client) ?? 1) - 1;
			if (rest > 0) underWay.set(client, rest);
			else underWay.delete(client);
		};
	}
	return { admit };
}

/** An IPv6 client is its network: whoever has one address of it has all of them. */
function clientKey(address: string): string {
	if (!ipaddr.IPv6.isValid(address)) return address;
	return ipaddr.IPv6.parse(address).parts.slice(0, 4).join(':');
}

function tooMany(fact: string, seconds: number): RefusalError {
	const wait = seconds === 1 ? 'a second' : `${seconds} seconds`;
	return new RefusalError('too-many', fact, `Wait ${wait}, and send again.`, seconds);
}
