import type { HttpRequest } from '../core/http-request.ts';

/**
 * How an SDK's request departs from the documented one, as data. Whatever is not declared here is a
 * difference, and what is declared and does not happen any more is reported as well.
 */
export interface Quirks {
	/** The path holds empty segments: `…/Powerpack/{uuid}//`. */
	path?: 'double-slash';
	/** Query pairs that come on top, decoded: `['?search', 'hack']`. */
	extraQuery?: readonly (readonly [name: string, value: string])[];
	/** Names of query parameters that are left out. */
	lostQuery?: readonly string[];
	/**
	 * The body: whatever it likes; none; this JSON instead; or these members on top of the documented
	 * object. JSON is text here, so that its numbers are exact.
	 */
	body?: 'any' | 'empty' | { is: string } | { adds: string };
}

/** One request to expect, and how the one that comes may differ. */
export interface Expectation {
	request: HttpRequest;
	quirks?: Quirks;
}
