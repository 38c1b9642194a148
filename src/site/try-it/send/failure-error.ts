import type { Failure } from './exchange.ts';

/** Carries a failure out of the middle of a request; `send` catches it and puts it into the exchange. */
export class FailureError extends Error {
	readonly failure: Failure;
	constructor(code: string, message: string, hint?: string) {
		super(message);
		this.name = 'FailureError';
		this.failure = { code, message, ...(hint === undefined ? {} : { hint }) };
	}
}
