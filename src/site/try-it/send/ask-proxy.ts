import type { AnswerPart } from './answer-part.ts';
import type { Failure, ProxiedRequest, Received } from './exchange.ts';
import { explainFailure } from './explain-failure.ts';
import { FailureError } from './failure-error.ts';
import { readStream } from './read-stream.ts';

/** A line of the proxy's answer; see `askProxy`. */
type Line =
	| Pick<Received, 'status' | 'statusText' | 'headers'>
	| { chunk: string }
	| { end: { bytes: number; ms: number } }
	| { error: Failure };

/**
 * Has the site's proxy make a request. It answers in lines of JSON: the head (`status`, `statusText`, `headers`), then
 * `{"chunk": base64}` as often as bytes come, at last `{"end": {bytes, ms}}` or `{"error": {code, message, hint}}`.
 * What it refuses to do it says as a problem (RFC 9457) with `code` and `hint`. Throws a `FailureError`, or the signal's reason.
 */
export async function* askProxy(
	proxied: ProxiedRequest,
	address: string,
	signal: AbortSignal,
): AsyncGenerator<AnswerPart> {
	const response = await ask(proxied, address, signal);
	const mediaType = response.headers.get('content-type') ?? '';
	if (/^application\/problem\+json\b/.test(mediaType)) throw await refusal(response);
	if (!response.ok || !/^application\/(x-)?ndjson\b/.test(mediaType)) throw noProxy(`answered with ${response.status}`);
	for await (const line of readLines(response, signal)) {
		if ('error' in line) throw new FailureError(line.error.code, line.error.message, line.error.hint);
		if ('end' in line) return yield { end: { transferred: line.end.bytes, ms: line.end.ms } };
		yield 'chunk' in line ? { bytes: fromBase64(line.chunk) } : { head: line };
	}
	throw new FailureError(
		'cut-off',
		'The proxy stopped before the whole answer had arrived.',
		'Send the request again.',
	);
}

async function ask(proxied: ProxiedRequest, address: string, signal: AbortSignal): Promise<Response> {
	try {
		return await fetch(address, {
			method: 'POST',
			headers: { accept: 'application/x-ndjson, application/problem+json', 'content-type': 'application/json' },
			body: JSON.stringify(proxied),
			credentials: 'omit',
			redirect: 'error',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			signal,
		});
	} catch {
		if (signal.aborted) throw signal.reason;
		throw explainFailure({ way: 'proxy', url: new URL(address, globalThis.location?.href), byPolicy: false });
	}
}

async function refusal(response: Response): Promise<FailureError> {
	// A body that is cut short still comes with a status that says no.
	const problem = (await response.json().catch(() => ({}))) as Partial<Failure> & { title?: string; detail?: string };
	const { code = 'refused', title = `The proxy refused the request (${response.status}).`, detail = title } = problem;
	return new FailureError(code, detail, problem.hint);
}

function noProxy(what: string): FailureError {
	return new FailureError(
		'no-proxy',
		`This site has no working proxy: its address ${what}.`,
		'Send to the mock, or copy the request as cURL and run it in a terminal.',
	);
}

async function* readLines(response: Response, signal: AbortSignal): AsyncGenerator<Line> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const bytes of readStream(response, signal)) {
		const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) if (line.trim() !== '') yield parse(line);
	}
	if (rest.trim() !== '') yield parse(rest);
}

function parse(line: string): Line {
	try {
		return JSON.parse(line) as Line;
	} catch {
		throw noProxy('answered with something else than lines of JSON');
	}
}

function fromBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
