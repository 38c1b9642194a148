import { isIP } from 'node:net';
import { isLoopbackAddress } from './public-address.ts';
import { RefusalError } from './refusal.ts';

/** Which of a document's servers may be reached. */
export interface ServerPolicy {
	ports: readonly number[];
	/** Whether this machine's own servers may be, by HTTP as well; for development. */
	loopback: boolean;
}

/** A server of a document that may be reached once its addresses are known to be allowed. */
export interface Server {
	url: URL;
	/** Without the brackets of IPv6 and the dot that may end a name. */
	hostname: string;
	port: number;
	secure: boolean;
	/** This machine's own: its addresses have to be loopback, where all others have to be public. */
	loopback: boolean;
}

/** A name as the internet has them; a document's variable without a default leaves braces in it. */
const HOST_NAME = /^[a-z\d_-]+(\.[a-z\d_-]+)*$/i;

/** Hosts that stand in for a server which a document leaves out; they belong to nobody (RFC 2606). */
const STAND_IN = /(^|\.)example\.(com|net|org)$/i;

/** Reads a server's address as a URL is read, which makes one spelling of all there are. Throws a `RefusalError`. */
export function readServer(address: string, policy: ServerPolicy): Server {
	const url = URL.parse(address);
	const refuse = (fact: string) =>
		new RefusalError('refused-server', `The server ${fact}.`, 'Choose another server, or correct it in the document.');
	const hostname = (url?.hostname ?? '').replace(/^\[|\]$/g, '').replace(/\.$/, '');
	if (!url || !(isIP(hostname) || HOST_NAME.test(hostname)))
		throw refuse("in the API's document is no complete address");
	if (STAND_IN.test(hostname)) throw refuse('is made up: the document names none of its own');
	if (url.username || url.password) throw refuse("in the API's document holds a user name or password");
	if (/[?#]/.test(address)) throw refuse("in the API's document holds a query or a fragment");
	const loopback = policy.loopback && isLoopbackName(hostname);
	const secure = url.protocol === 'https:';
	if (!secure && !(loopback && url.protocol === 'http:')) throw refuse('is not reached by https');
	const port = Number(url.port || (secure ? 443 : 80));
	if (!policy.ports.includes(port)) {
		throw new RefusalError(
			'refused-port',
			`Port ${port} is none that requests may be sent to.`,
			'Choose another server; whoever runs the site lists ports in TRY_PROXY_PORTS.',
		);
	}
	return { url, hostname, port, secure, loopback };
}

function isLoopbackName(hostname: string): boolean {
	return hostname === 'localhost' || isLoopbackAddress(hostname);
}
