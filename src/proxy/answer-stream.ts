import { envelope } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { withoutMessage } from './without-message.ts';

/** How long a reader may take to fetch the end of an answer whose time is up, in milliseconds. */
const GRACE = 5_000;

/** The answer to the reader: the envelope, sent as it fills. `release` is called when it ends, its time is up, or the reader leaves. */
export function answerStream({ arriving, end }: Exchange, release: () => void): Response {
	const lines = envelope(arriving);
	const encoder = new TextEncoder();
	let hangUp: NodeJS.Timeout | undefined;
	const over = () => {
		end();
		release();
		clearTimeout(hangUp);
	};
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const timeIsUp = () => {
				// Whoever asks and then never reads must not keep a place that others wait for.
				release();
				hangUp = setTimeout(() => controller.error(new Error('The reader does not read')), GRACE);
			};
			arriving.signal.addEventListener('abort', timeIsUp, { once: true });
		},
		async pull(controller) {
			try {
				const { value, done } = await lines.next();
				if (!done) return controller.enqueue(encoder.encode(value));
				controller.close();
				over();
			} catch (error) {
				over();
				throw withoutMessage(error);
			}
		},
		async cancel() {
			over();
			await lines.return();
		},
	});
	return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}
