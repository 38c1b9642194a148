import type { IncomingMessage } from 'node:http';
import { type Duplex, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Limits } from './limits.ts';
import { RefusalError } from './refusal.ts';

/** How much a compressed answer may become before its ratio counts, in bytes: small ones compress well. */
const FREE = 64 * 1024;

const DECODERS: Readonly<Record<string, () => Duplex>> = {
	br: () => createBrotliDecompress(),
	gzip: () => createGunzip(),
	'x-gzip': () => createGunzip(),
};

/** The bytes of an answer's body as they come, decompressed. Throws a `RefusalError` past a limit, and what the connection throws. */
export async function* decodeBody(
	message: IncomingMessage,
	limits: Pick<Limits, 'answerBytes' | 'ratio'>,
): AsyncGenerator<Buffer, void> {
	const coding = message.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
	const decoder = coding === 'identity' || coding === '' ? undefined : decoderOf(coding);
	let received = 0;
	async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
		for await (const chunk of source) {
			received += chunk.length;
			if (received > limits.answerBytes) throw tooLarge(limits);
			yield chunk;
		}
	}
	if (!decoder) return yield* counted(message);
	let sent = 0;
	try {
		// What goes wrong in the pipeline is thrown where its last stream is read.
		for await (const chunk of pipeline(message, counted, decoder, () => {}) as AsyncIterable<Buffer>) {
			sent += chunk.length;
			if (sent > limits.answerBytes || (sent > FREE && sent > received * limits.ratio)) throw tooLarge(limits);
			yield chunk;
		}
	} catch (error) {
		// An answer without a body may still say how it would be compressed.
		if (received > 0 || !message.complete) throw error;
	}
}

function decoderOf(coding: string): Duplex {
	const make = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
	if (make) return make();
	throw new RefusalError(
		'undecodable',
		'The API compressed its answer in a way that was not asked for.',
		'Send the request from your own program, with one of the samples.',
	);
}

function tooLarge({ answerBytes }: Pick<Limits, 'answerBytes'>): RefusalError {
	return new RefusalError(
		'too-large',
		`The answer is larger than the ${answerBytes} bytes that the site passes on, or compressed beyond reason.`,
		'Ask for less, such as a shorter page, or send the request from your own program.',
	);
}
