import type { HttpRequest } from '../../../core/http-request.ts';

/** The way a request takes: to the site's mock, straight to the API, or through the site's own proxy. */
export type Way = 'mock' | 'direct' | 'proxy';

/** What the site's proxy is asked to do; it makes the request itself, so that no page can name an address. */
export interface ProxiedRequest {
	api: string;
	task: string;
	/** One of the operation's servers. */
	server: string;
	/** The reader's values by name; see `Overrides`. */
	values: Readonly<Record<string, string | null>>;
	credentials: Readonly<Record<string, string>>;
}

/** A request that is ready to go. */
export interface Outgoing {
	request: HttpRequest;
	way: Way;
	/** What is sent as the body; absent where the request has none, and where the proxy makes it. */
	payload?: string | Blob | FormData;
	/** Present where the way is `proxy`. */
	proxied?: ProxiedRequest;
}

/** An answer as far as it has arrived. */
export interface Received {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	body: Uint8Array<ArrayBuffer>;
	/** From sending to the last byte so far, in milliseconds. */
	ms: number;
	/** Bytes of the body as they went over the wire, compressed or not; absent where that is not known. */
	transferred?: number;
}

/** Why no answer came, or not all of it, in words a reader can act on. */
export interface Failure {
	/**
	 * `offline`, `blocked`, `unreachable`, `unsendable`, `redirected`, `timed-out`, `cancelled`, `cut-off`, `too-large`,
	 * `no-proxy`, or the proxy's own code.
	 */
	code: string;
	message: string;
	hint?: string;
}

/** A request and what came of it. */
export interface Exchange {
	id: string;
	/** Milliseconds since 1970. */
	sentAt: number;
	outgoing: Outgoing;
	state: 'waiting' | 'receiving' | 'done' | 'failed';
	/** What of the request the browser could not send, one sentence each. */
	notes?: string[];
	received?: Received;
	failure?: Failure;
}
