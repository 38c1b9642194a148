import { excerpt } from './excerpt.ts';
import { expectedRequests } from './expected-requests.ts';
import { forwardTo } from './forward.ts';
import { type ProofValues, proofValues } from './proof-values.ts';
import { runSample } from './run-sample.ts';
import type { Running } from './run-subjects.ts';
import { filesOf } from './sample-files.ts';

/** A server of the API's own kind that samples are tried against, beside the proof. */
export interface Sandbox {
	/** Takes the place of the API's base URL. */
	url: string;
	/** What stands in the placeholders of credentials. */
	credentials: ProofValues;
}

/**
 * Runs each sample once, unmodified, its requests handed on to the sandbox. All that is told is how it ends: what a
 * server of somebody else answers is no proof, so the best that can come of it is `not verified`.
 */
export async function runInSandbox(running: Running, { url }: Sandbox): Promise<void> {
	const { subjects, programs, proof, runner, bench, tell } = running;
	const { signal } = proof;
	let done = 0;
	// One after the other: they all work on the same account.
	for (const subject of subjects) {
		const program = programs.get(subject);
		if (program === undefined || signal?.aborted) continue;
		const answer = forwardTo(proof.api, url);
		const { operationId, language, style } = subject.sample.entry;
		const task = proof.api.tasks.find(({ id }) => id === operationId);
		const sent = task ? expectedRequests(proof.api, task, language, style, proofValues(proof.api, task)).expected : [];
		const files = sent.flatMap(({ request }) => filesOf(request));
		const run = await runSample({ runner, bench, program, answer, files, ...(signal ? { signal } : {}) });
		subject.seconds += run.seconds;
		const ended = `${run.exit === undefined ? run.failure : `ends with ${run.exit}`} against ${url}`;
		const said = [...run.faults, run.stderr.trim()].filter(Boolean).join('; ');
		if (run.exit === 0) subject.notVerified = { notVerified: ended, level: 'run' };
		else subject.faults.push({ level: 'run', text: said ? `${ended}: ${excerpt(said)}` : ended });
		tell(++done);
	}
}
