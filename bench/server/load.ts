import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** How many readers ask at once. */
export const READERS = 200;

/** How long an answer may take before it counts as lost, in milliseconds. */
const PATIENCE = 10_000;

/** One request of a reader, and whether its answer is the right one. */
export interface Step {
	method: string;
	path: string;
	headers: Record<string, string>;
	body?: string;
	isRight(status: number, body: string): boolean;
}

/** What each reader does again and again, in this order, one answer after the other. */
export type Story = (reader: number, address: string) => readonly Step[];

/** What came of a load. */
export interface Load {
	requests: number;
	/** Answers that were not the right ones. */
	wrong: number;
	/** Requests that got no answer. */
	lost: number;
	seconds: number;
	/** Of all answers, in milliseconds, sorted. */
	latencies: number[];
	/** The first thing that went wrong. */
	fault?: string;
}

/** Lets readers tell their stories until the time is over; each last request is still waited for. */
export async function applyLoad(address: string, story: Story, seconds: number): Promise<Load> {
	const load: Load = { requests: 0, wrong: 0, lost: 0, seconds: 0, latencies: [] };
	const start = performance.now();
	const end = start + seconds * 1_000;
	await Promise.all(Array.from({ length: READERS }, (_, reader) => tell(address, story(reader, address), end, load)));
	load.seconds = (performance.now() - start) / 1_000;
	load.latencies.sort((left, right) => left - right);
	return load;
}

async function tell(address: string, steps: readonly Step[], end: number, load: Load): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	for (let at = 0; performance.now() < end; at = (at + 1) % steps.length) {
		const step = steps[at] as Step;
		const start = performance.now();
		load.requests += 1;
		try {
			const { status, body } = await send(address + step.path, step, agent);
			load.latencies.push(performance.now() - start);
			if (step.isRight(status, body)) continue;
			load.wrong += 1;
			load.fault ??= `${step.method} ${step.path}: ${status} ${body}`;
		} catch (error) {
			load.lost += 1;
			load.fault ??= `${step.method} ${step.path}: ${error}`;
		}
	}
	agent.destroy();
}

async function send(
	url: string,
	{ method, headers, body }: Step,
	agent: Agent,
): Promise<{ status: number; body: string }> {
	const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
	const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
	const sent = request(url, { method, agent, headers: { ...headers, ...length }, timeout: PATIENCE });
	sent.on('response', (message) => {
		text(message).then((received) => resolve({ status: message.statusCode ?? 0, body: received }), reject);
	});
	sent.on('timeout', () => sent.destroy(new Error(`no answer within ${PATIENCE} ms`)));
	sent.on('error', reject);
	sent.end(body);
	return promise;
}

/** The latency below which a share of the answers lies, in milliseconds. */
export function percentile({ latencies }: Load, share: number): number {
	return Number((latencies[Math.floor((latencies.length - 1) * share)] ?? 0).toFixed(1));
}

/** Right answers in a second. */
export function perSecond({ requests, wrong, lost, seconds }: Load): number {
	return Math.round((requests - wrong - lost) / seconds);
}
