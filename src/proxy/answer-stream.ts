import { envelope } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { withoutMessage } from './without-message.ts';

/** The answer to the reader: the envelope, sent as it fills. `release` is called once, when it ends or the reader leaves. */
export function answerStream({ arriving, end }: Exchange, release: () => void): Response {
	const lines = envelope(arriving);
	const encoder = new TextEncoder();
	const over = () => {
		end();
		release();
	};
	const body = new ReadableStream<Uint8Array>({
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
