/** What the capture server says to one request. */
export interface Answer {
	/** An HTTP status; 204 and 304 go out without a body. */
	status: number;
	headers?: readonly (readonly [name: string, value: string])[];
	/** Text goes out as UTF-8, and as JSON unless a content-type header says otherwise. */
	body?: string | Uint8Array;
	/** A length to announce that is more than the body's: the connection is closed after the body. */
	announcedLength?: number;
}

/**
 * The same answer broken off in the middle of its body, as a failing proxy would send it: the length of the whole is
 * announced, half of it comes, and the connection closes.
 */
export function brokenOff(answer: Answer): Answer {
	const body = half(answer);
	return { ...answer, body, announcedLength: Math.max(Buffer.from(answer.body ?? '').length, body.length + 1) };
}

/** The same answer with a body that arrives whole and is no JSON. */
export function malformed(answer: Answer): Answer {
	return { ...answer, body: half(answer) };
}

/** A body of one byte could still be valid JSON, so the shortest one is an opening brace. */
function half(answer: Answer): Buffer {
	const whole = Buffer.from(answer.body ?? '');
	return whole.length > 2 ? whole.subarray(0, Math.floor(whole.length / 2)) : Buffer.from('{');
}
