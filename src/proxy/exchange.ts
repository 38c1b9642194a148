import type { Task } from '../core/task.ts';
import { hideSecrets } from './answer-headers.ts';
import { askUpstream } from './ask-upstream.ts';
import { checkTarget } from './check-target.ts';
import { abortable, startDeadline } from './deadline.ts';
import type { Arriving } from './envelope.ts';
import { findAddresses, type Resolve } from './find-addresses.ts';
import type { Limits } from './limits.ts';
import { makeRequest } from './make-request.ts';
import { type ConnectionOptions, openConnection } from './open-connection.ts';
import { readServer, type Server, type ServerPolicy } from './read-server.ts';
import type { Wanted } from './read-wanted.ts';
import { RefusalError } from './refusal.ts';
import { requestHeaders } from './request-headers.ts';

/** How the proxy reaches servers, and within what limits. */
export interface Ways {
	policy: ServerPolicy;
	resolve: Resolve;
	connection: ConnectionOptions;
	limits: Limits;
}

/** An exchange with an API whose answer has begun to arrive. */
export interface Exchange {
	arriving: Arriving;
	/** Ends it: closes the connection where there is one still, and stops its clock. */
	end: () => void;
}

/** Methods that would make a tunnel, or have the API repeat the credentials that it was sent. */
const REFUSED_METHOD = /^(CONNECT|TRACE|TRACK)$/i;

/** Sends what a reader wants, and returns once the answer begins. The reader's going away ends it. Throws a `RefusalError`. */
export async function exchange(task: Task, wanted: Wanted, ways: Ways, reader: Request): Promise<Exchange> {
	const { limits, policy } = ways;
	const startedAt = performance.now();
	const made = makeRequest(task, wanted);
	const server = readServer(wanted.server, policy);
	const url = checkTarget(made.request.url, server);
	const { method, body } = made.request;
	if (REFUSED_METHOD.test(method)) {
		throw new RefusalError('refused-method', `${method} is not sent through the site.`, 'Use a sample instead.');
	}
	const upstream = {
		method,
		url,
		headers: requestHeaders(made.request, server.url.host),
		...(body ? { body: body.text } : {}),
	};
	const ended = new AbortController();
	const leave = () => ended.abort(new RefusalError('cancelled', 'The reader went away.', 'Send it again.'));
	if (reader.signal.aborted) leave();
	reader.signal.addEventListener('abort', leave, { once: true });
	const { signal, clear } = startDeadline(limits.totalMs, () => timedOut(server, limits.totalMs), ended.signal);
	const end = () => {
		leave();
		clear();
		reader.signal.removeEventListener('abort', leave);
	};
	try {
		const socket = await connectWithin(server, ways, signal);
		const message = await askUpstream(upstream, socket, signal);
		const { shownUrl, secrets } = made;
		return { arriving: { message, shownUrl, hide: hideSecrets(secrets), startedAt, limits, signal }, end };
	} catch (error) {
		end();
		throw error;
	}
}

async function connectWithin(server: Server, { resolve, connection, limits }: Ways, outer: AbortSignal) {
	const { signal, clear } = startDeadline(limits.connectMs, () => timedOut(server, limits.connectMs), outer);
	try {
		const addresses = await abortable(findAddresses(server, resolve), signal);
		return await openConnection(server, addresses, connection, signal);
	} finally {
		clear();
	}
}

function timedOut({ hostname }: Server, ms: number): RefusalError {
	return new RefusalError(
		'timed-out',
		`${hostname} did not answer within ${ms / 1000} seconds.`,
		'The request may have arrived: look before you send it again.',
	);
}
