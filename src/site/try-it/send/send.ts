import { bodyKind } from '../answer/body-kind.ts';
import type { AnswerPart } from './answer-part.ts';
import { askDirectly } from './ask-directly.ts';
import { askProxy } from './ask-proxy.ts';
import type { Exchange, Outgoing, Received } from './exchange.ts';
import { FailureError } from './failure-error.ts';
import { forbiddenHeaders } from './forbidden-headers.ts';
import { GrowingBytes } from './growing-bytes.ts';

/** How a request is sent. */
export interface SendOptions {
	/** Cancels it. */
	signal?: AbortSignal;
	/** Told of every step: once when it is sent, then whenever something arrives, and at the end. */
	changed?: (exchange: Exchange) => void;
	/** Where the site's proxy is asked; the site may stand under a base path. */
	proxy?: string;
	/** How long nothing may come, in milliseconds. An answer that keeps coming may take longer, a stream of events forever. */
	patience?: number;
	/** How many bytes of a body are taken. */
	limit?: number;
}

const PATIENCE = 30_000;
const LIMIT = 50_000_000;

/** Sends a request and reads its answer. Resolves to what came of it, failures included; it never rejects for a reason of the network. */
export async function send(outgoing: Outgoing, options: SendOptions = {}): Promise<Exchange> {
	const { signal, patience = PATIENCE, limit = LIMIT } = options;
	const sentAt = Date.now();
	const began = performance.now();
	let exchange: Exchange = { id: newId(sentAt), sentAt, outgoing, state: 'waiting', ...notesOn(outgoing) };
	const change = (step: Partial<Exchange>) => {
		exchange = { ...exchange, ...step };
		options.changed?.(exchange);
	};
	const silence = new AbortController();
	const giveUp = () =>
		silence.abort(
			new FailureError(
				'timed-out',
				`Nothing came for ${Math.round(patience / 1000)} seconds.`,
				'The server may be busy or out of reach. Send the request again, or try another server.',
			),
		);
	let timer = setTimeout(giveUp, patience);
	change({});
	try {
		const ended = AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]);
		ended.throwIfAborted();
		const body = new GrowingBytes();
		let received: Received | undefined;
		let isStream = false;
		for await (const part of parts(outgoing, options.proxy, ended)) {
			clearTimeout(timer);
			if ('head' in part) isStream = bodyKind(contentTypeOf(part.head), NO_BYTES) !== 'none';
			// Events come when they come; the reader sees that, and can cancel.
			if (!isStream) timer = setTimeout(giveUp, patience);
			if ('bytes' in part) body.add(part.bytes);
			received = { ...(received ?? EMPTY), ...known(part), body: body.bytes };
			if (!('end' in part)) received.ms = performance.now() - began;
			change({ state: 'receiving', received });
			if (body.bytes.length > limit) throw tooLarge(limit);
		}
		change({ state: 'done' });
	} catch (error) {
		change({ state: 'failed', failure: failureOf(error, signal) });
	} finally {
		clearTimeout(timer);
	}
	return exchange;
}

const NO_BYTES = new Uint8Array();
const EMPTY: Omit<Received, 'body'> = { status: 0, statusText: '', headers: [], ms: 0 };

function parts(outgoing: Outgoing, proxy = '/try/send', signal: AbortSignal): AsyncGenerator<AnswerPart> {
	return outgoing.way === 'proxy' && outgoing.proxied
		? askProxy(outgoing.proxied, proxy, signal)
		: askDirectly(outgoing, signal);
}

/** The media type of an answer whose body has not come yet. */
function contentTypeOf({ headers }: Pick<Received, 'headers'>): string {
	return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

/** What a part says of the answer beside its bytes. */
function known(part: AnswerPart): Partial<Received> {
	return 'head' in part ? part.head : 'end' in part ? part.end : {};
}

function failureOf(error: unknown, signal?: AbortSignal): Exchange['failure'] {
	if (signal?.aborted) return { code: 'cancelled', message: 'Cancelled.' };
	if (error instanceof FailureError) return error.failure;
	throw error;
}

function tooLarge(limit: number): FailureError {
	return new FailureError(
		'too-large',
		`The answer is larger than ${limit / 1_000_000} MB; the rest was not taken.`,
		'Copy the request as cURL and write the answer to a file.',
	);
}

/** A browser leaves some headers out without a word. */
function notesOn({ way, request }: Outgoing): Pick<Exchange, 'notes'> {
	const lost = way === 'proxy' ? [] : forbiddenHeaders(request.headers);
	if (lost.length === 0) return {};
	return { notes: lost.map((name) => `The browser did not send the header ${name}: pages may not set it.`) };
}

/** Names an exchange; `crypto.randomUUID` exists in secure contexts only. */
function newId(sentAt: number): string {
	return sentAt.toString(36) + Math.random().toString(36).slice(2, 8);
}
