import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnswerRequest, openCaptureServer } from './capture-server.ts';
import type { CapturedRequest } from './captured-request.ts';
import { type Outcome, runProcess } from './run-process.ts';
import type { Bench, Runner } from './runner.ts';
import { sampleFile } from './sample-files.ts';
import { createScratchFolder, type ScratchFolder } from './scratch-folder.ts';

/** One run of one sample. */
export interface SampleRun {
	runner: Runner;
	bench: Bench;
	/** What `runner.compile` made of the sample. */
	program: string;
	/** What the API says; `refuse` lets nobody in. */
	answer: AnswerRequest | 'refuse';
	/** Names of files that the sample opens: they lie in the folder that it runs in. */
	files?: readonly string[];
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
	const files = run.files?.length ? layFiles(run.files) : undefined;
	const command = runner.run(program, bench, port);
	let outcome: Outcome;
	try {
		outcome = await runProcess(files ? { ...command, cwd: files.path } : command, { seconds, signal });
	} finally {
		await server.close();
		files?.remove();
	}
	return { ...outcome, requests: server.requests, faults: server.faults };
}

/** A folder that holds what a developer would have there. */
function layFiles(names: readonly string[]): ScratchFolder {
	const folder = createScratchFolder('files');
	for (const name of names) writeFileSync(join(folder.path, name), sampleFile(name));
	return folder;
}
