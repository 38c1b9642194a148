import { FailureError } from './failure-error.ts';

/** The bytes of a body as they arrive. Throws a `FailureError` where the connection breaks, and the reason of an abort. */
export async function* readStream(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	// Not every browser can iterate over a stream yet.
	const reader = response.body?.getReader();
	try {
		while (reader) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} catch (error) {
		if (signal.aborted) throw signal.reason;
		if (!(error instanceof TypeError)) throw error;
		throw new FailureError(
			'cut-off',
			'The connection broke before the whole answer had arrived.',
			'Send the request again.',
		);
	} finally {
		// Whoever stops listening early also stops the download.
		void reader?.cancel().catch(() => {});
	}
}
