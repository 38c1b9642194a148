import { type AnswerRequest, openCaptureServer } from './capture-server.ts';
import type { CapturedRequest } from './captured-request.ts';
import { type Outcome, runProcess } from './run-process.ts';
import type { Bench, Runner } from './runner.ts';

/** One run of one sample. */
export interface SampleRun {
	runner: Runner;
	bench: Bench;
	/** What `runner.compile` made of the sample. */
	program: string;
	/** What the API says; `refuse` lets nobody in. */
	answer: AnswerRequest | 'refuse';
	/** Seconds until the sample is ended; default 30. */
	seconds?: number;
	signal?: AbortSignal;
}

/** What a sample did: how it ended, what it said, and what it sent. */
export interface SampleOutcome extends Outcome {
	requests: readonly CapturedRequest[];
	/** What reached the capture server and was no request. */
	faults: readonly string[];
}

/** Runs a sample as it is, against a capture server of its own that stands in for the internet. */
export async function runSample(run: SampleRun): Promise<SampleOutcome> {
	const { runner, bench, program, seconds = 30, signal } = run;
	const { authority } = bench;
	const answer = run.answer === 'refuse' ? () => ({ status: 503 }) : run.answer;
	const server = await openCaptureServer({ authority, answer });
	const port = run.answer === 'refuse' ? server.refusedPort : server.port;
	let outcome: Outcome;
	try {
		outcome = await runProcess(runner.run(program, bench, port), { seconds, signal });
	} finally {
		await server.close();
	}
	return { ...outcome, requests: server.requests, faults: server.faults };
}
