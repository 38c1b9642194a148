/** What one request, one client and all of them together may take. */
export interface Limits {
	/** From looking up the host to the end of the TLS handshake, in milliseconds. */
	connectMs: number;
	/** From being asked to the last byte of the answer, in milliseconds. */
	totalMs: number;
	/** What a reader sends, in bytes; the API's request is made of it. */
	requestBytes: number;
	/** The answer's body, in bytes: as it comes, and once decompressed. */
	answerBytes: number;
	/** How many times larger than its compressed bytes an answer may become, beyond the first 64 KiB. */
	ratio: number;
	/** Requests under way at one time, of everybody together. */
	concurrent: number;
	/** Requests under way at one time, of one client. */
	concurrentPerClient: number;
	/** Requests of one client in a minute. */
	perMinute: number;
}

/** The limits that hold where nothing else is said. */
export const LIMITS: Limits = {
	connectMs: 5_000,
	totalMs: 60_000,
	requestBytes: 256 * 1024,
	answerBytes: 5 * 1024 * 1024,
	ratio: 100,
	concurrent: 256,
	concurrentPerClient: 8,
	perMinute: 60,
};
