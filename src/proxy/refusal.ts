import { STATUS_CODES } from 'node:http';

/** The status that each refusal answers with, by its code; codes are stable. */
const STATUS = {
	'not-found': 404,
	'method-not-allowed': 405,
	'cross-site': 403,
	'wrong-host': 421,
	'not-json': 415,
	'bad-request': 400,
	'proxy-off': 404,
	'too-many': 429,
	'unknown-operation': 404,
	'unknown-server': 422,
	'unknown-value': 422,
	'missing-value': 422,
	'missing-credential': 422,
	unsendable: 422,
	'refused-header': 422,
	'refused-method': 403,
	'refused-path': 403,
	'refused-server': 403,
	'refused-port': 403,
	'refused-address': 403,
	'too-large': 413,
	'unknown-host': 502,
	unreachable: 502,
	tls: 502,
	'broken-off': 502,
	undecodable: 502,
	'timed-out': 504,
	cancelled: 499,
} as const;

/** A stable name of why the proxy did not send a request, or stopped. */
export type RefusalCode = keyof typeof STATUS;

/** Why the proxy did not send a request, or stopped: a fact, and what a person can do. No secret stands in either. */
export interface Refusal {
	code: RefusalCode;
	message: string;
	hint: string;
	/** Seconds after which the same request may succeed. */
	retryAfter?: number;
}

/** Carries a refusal to where the request is answered. */
export class RefusalError extends Error {
	readonly refusal: Refusal;
	constructor(code: RefusalCode, message: string, hint: string, retryAfter?: number) {
		super(message);
		this.name = 'RefusalError';
		this.refusal = { code, message, hint, ...(retryAfter === undefined ? {} : { retryAfter }) };
	}
}

/** A refusal as problem details (RFC 9457), with `code` and `hint`. */
export function refusalAnswer({ code, message, hint, retryAfter }: Refusal): Response {
	const status = STATUS[code];
	const answer = Response.json(
		{ type: 'about:blank', title: STATUS_CODES[status] ?? 'Refused', status, detail: message, code, hint },
		{ status, headers: { 'content-type': 'application/problem+json' } },
	);
	if (retryAfter !== undefined) answer.headers.set('retry-after', String(retryAfter));
	if (code === 'method-not-allowed') answer.headers.set('allow', 'POST');
	return answer;
}
