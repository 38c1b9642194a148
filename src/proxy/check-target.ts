import type { Server } from './read-server.ts';
import { RefusalError } from './refusal.ts';

/** How often something may be percent-encoded over before nobody can mean it. */
const ROUNDS = 5;

/**
 * The URL of a request, once it is certain that it lies below the server's own: same scheme, host and port, no user name,
 * the same beginning of the path, and no `.` or `..` in it however encoded, since the API may decode more often than it
 * should. Whoever made the request is not trusted to have made it right. Throws a `RefusalError`.
 */
export function checkTarget(address: string, { url: server }: Server): URL {
	const [path = ''] = address.split(/[?#]/);
	const url = URL.parse(address);
	const prefix = server.pathname.replace(/\/+$/, '');
	const below = url?.pathname === prefix || url?.pathname.startsWith(`${prefix}/`);
	const plain = url?.username === '' && url.password === '' && url.hash === '';
	if (!url || url.protocol !== server.protocol || url.host !== server.host || !plain || !below || climbs(path)) {
		throw new RefusalError(
			'refused-path',
			'With these values the request would leave the address that the API has.',
			'Send values of the path that hold no "..", "." or other part of an address.',
		);
	}
	return url;
}

/** Whether any part of a path leads upwards, decoded as often as it can be. What follows `;` some servers ignore. */
function climbs(path: string): boolean {
	let text = path;
	for (let round = 0; round < ROUNDS; round++) {
		const decoded = text.replace(/%([\da-f]{2})/gi, (_whole, digits: string) =>
			String.fromCharCode(Number.parseInt(digits, 16)),
		);
		if (decoded.split(/[/\\]/).some((segment) => /^\.\.?(;.*)?$/s.test(segment))) return true;
		if (decoded === text) return false;
		text = decoded;
	}
	return true;
}
