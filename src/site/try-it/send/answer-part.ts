import type { Received } from './exchange.ts';

/** A piece of an answer, in the order in which they arrive: the head once, bytes as often as they come, at last what is known of the whole. */
export type AnswerPart =
	| { head: Pick<Received, 'status' | 'statusText' | 'headers'> }
	| { bytes: Uint8Array }
	| { end: Pick<Received, 'transferred'> & { ms?: number } };
