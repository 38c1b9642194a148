import type { IncomingMessage } from 'node:http';
import { answerHeaders } from './answer-headers.ts';
import { decodeBody } from './decode-body.ts';
import type { Limits } from './limits.ts';
import { RefusalError } from './refusal.ts';

/** An answer that has begun to arrive, and what is needed to pass it on. */
export interface Arriving {
	message: IncomingMessage;
	/** The request's address as it may be shown. */
	shownUrl: string;
	/** Hides credentials in a text; see `hideSecrets`. */
	hide: (text: string) => string;
	/** When the reader asked, by `performance.now()`. */
	startedAt: number;
	limits: Pick<Limits, 'answerBytes' | 'ratio'>;
	/** Its reason is the refusal that ended the exchange. */
	signal: AbortSignal;
}

/**
 * An answer as lines of JSON, none of which a browser would render: its head `{status, statusText, headers, url}`, then
 * `{chunk}` in Base64 as bytes arrive, and last `{end: {bytes, ms}}` or `{error: {code, message, hint}}`.
 */
export async function* envelope(arriving: Arriving): AsyncGenerator<string, void> {
	const { message, shownUrl, hide, startedAt, limits, signal } = arriving;
	yield line({
		status: message.statusCode ?? 0,
		statusText: hide(message.statusMessage ?? ''),
		headers: answerHeaders(message.rawHeaders, hide),
		url: shownUrl,
	});
	let bytes = 0;
	try {
		for await (const chunk of decodeBody(message, limits)) {
			bytes += chunk.length;
			yield line({ chunk: chunk.toString('base64') });
		}
		yield line({ end: { bytes, ms: Math.round(performance.now() - startedAt) } });
	} catch (error) {
		const { code, message: fact, hint } = refusalOf(error, signal);
		yield line({ error: { code, message: fact, hint } });
	} finally {
		message.destroy();
	}
}

function refusalOf(error: unknown, signal: AbortSignal) {
	const reason = signal.aborted ? signal.reason : error;
	if (reason instanceof RefusalError) return reason.refusal;
	const code = (reason as NodeJS.ErrnoException).code;
	if (code === undefined) throw reason;
	// zlib's own codes, and Brotli's.
	if (/^(Z_|ERR__)/.test(code)) {
		return {
			code: 'undecodable',
			message: 'The answer cannot be decompressed.',
			hint: 'Send the request from your own program, with one of the samples.',
		};
	}
	return { code: 'broken-off', message: 'The API broke its answer off.', hint: 'Try again.' };
}

function line(data: unknown): string {
	return `${JSON.stringify(data)}\n`;
}
