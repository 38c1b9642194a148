import type { AnswerPart } from './answer-part.ts';
import type { Outgoing } from './exchange.ts';
import { explainFailure } from './explain-failure.ts';
import { FailureError } from './failure-error.ts';
import { watchPolicy } from './policy-watch.ts';
import { readStream } from './read-stream.ts';

/**
 * Sends a request from the page itself, to the API or to the site's mock, with nothing of the browser's: no cookie, no
 * referrer, no cache. Redirects are not followed, since credentials would go with them to an address nobody named.
 * Throws a `FailureError`, or the signal's reason.
 */
export async function* askDirectly(outgoing: Outgoing, signal: AbortSignal): AsyncGenerator<AnswerPart> {
	const { way } = outgoing;
	const prepared = prepare(outgoing);
	const policy = watchPolicy();
	let response: Response;
	try {
		response = await fetch(prepared, { signal });
	} catch {
		if (signal.aborted) throw signal.reason;
		throw explainFailure({ way, url: new URL(prepared.url), byPolicy: await policy.forbade() });
	} finally {
		policy.end();
	}
	if (response.type === 'opaqueredirect') {
		throw new FailureError(
			'redirected',
			'The answer is a redirect, which was not followed: your credentials would have gone along, to an address that browsers do not tell.',
			'Copy the request as cURL and run it with -i to see where it leads.',
		);
	}
	const { status, statusText } = response;
	yield { head: { status, statusText, headers: [...response.headers] } };
	for await (const bytes of readStream(response, signal)) yield { bytes };
	yield { end: { transferred: encodedSize(prepared.url) } };
}

function prepare({ request: { method, url, headers, body }, payload = body?.text }: Outgoing): Request {
	const { document } = globalThis as { document?: Document };
	try {
		const sent = new Headers(headers);
		// The browser itself says what stands between the parts of a form.
		if (payload instanceof FormData) sent.delete('content-type');
		else if (body && !sent.has('content-type')) sent.set('content-type', body.mediaType);
		return new Request(new URL(url, document?.baseURI), {
			method,
			headers: sent,
			body: payload,
			credentials: 'omit',
			redirect: 'manual',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
		});
	} catch (error) {
		throw new FailureError(
			'unsendable',
			`A browser cannot send this request: ${(error as Error).message}`,
			'Copy it as cURL and run it in a terminal.',
		);
	}
}

/** What a body measured on the wire; browsers say 0 where another site does not let them tell. */
function encodedSize(url: string): number | undefined {
	const last = performance.getEntriesByName(url, 'resource').at(-1) as PerformanceResourceTiming | undefined;
	return last?.encodedBodySize || undefined;
}
