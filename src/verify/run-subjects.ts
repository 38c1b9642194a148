import { availableParallelism } from 'node:os';
import { expectedRequests } from './expected-requests.ts';
import { judgeRun } from './judge-run.ts';
import { apiOutcomes } from './outcomes.ts';
import { inPool } from './pool.ts';
import { proofValues } from './proof-values.ts';
import type { Proof } from './prove.ts';
import { runSample } from './run-sample.ts';
import type { Bench, Runner } from './runner.ts';
import { filesOf } from './sample-files.ts';
import type { Subject } from './subject.ts';

/** What running needs beside the samples. */
export interface Running {
	subjects: readonly Subject[];
	/** What `runner.compile` made of each. */
	programs: ReadonlyMap<Subject, string>;
	proof: Proof;
	runner: Runner;
	bench: Bench;
	tell: (done: number) => void;
}

/** Runs each sample against every outcome of the API, and notes what is wrong. */
export async function runSubjects({ subjects, programs, proof, runner, bench, tell }: Running): Promise<void> {
	const { api, signal } = proof;
	let done = 0;
	await inPool(subjects, availableParallelism(), async (subject) => {
		const { operationId, language, style } = subject.sample.entry;
		const task = api.tasks.find(({ id }) => id === operationId);
		const program = programs.get(subject);
		if (!task || program === undefined || signal?.aborted) return;
		const requests = expectedRequests(api, task, language, style, proofValues(api, task));
		if (requests.expected.some(({ quirks }) => quirks && Object.keys(quirks).length > 0)) subject.departs = true;
		const reads = style !== 'http' || proof.languages.some(({ id, readsJson }) => id === language && readsJson);
		const files = requests.expected.flatMap(({ request }) => filesOf(request));
		const outcomes = apiOutcomes(api, task, requests, reads);
		for (const outcome of proof.successOnly ? outcomes.slice(0, 1) : outcomes) {
			if (signal?.aborted) return;
			const run = await runSample({
				runner,
				bench,
				program,
				answer: outcome.answer,
				files,
				...(signal ? { signal } : {}),
			});
			subject.seconds += run.seconds;
			const texts = judgeRun(outcome, run, requests);
			if (outcome.name === 'success' && texts.length === 0) subject.prints = run.stdout;
			subject.faults.push(...texts.map((text) => ({ level: 'run' as const, outcome: outcome.name, text })));
			// A sample that hangs once hangs again: its other outcomes would only cost time.
			if (run.timedOut) break;
		}
		// Failures that the sample handles badly do not take away that it sends what it should.
		if (!subject.faults.some(({ outcome }) => outcome === 'success')) subject.level = 'run';
		tell(++done);
	});
}
