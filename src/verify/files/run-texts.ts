import { availableParallelism } from 'node:os';
import type { Match } from '../../mock/router.ts';
import type { Answer } from '../answer.ts';
import type { CapturedRequest } from '../captured-request.ts';
import { excerpt } from '../excerpt.ts';
import { documentedAnswer } from '../outcomes.ts';
import { inPool } from '../pool.ts';
import { runSample, type SampleOutcome } from '../run-sample.ts';
import type { Bench, Runner } from '../runner.ts';
import { findLine } from './find-line.ts';
import type { FindOperation } from './find-operation.ts';
import { placeIn } from './foreign-text.ts';
import { holdRequest, type RequestFault } from './hold-request.ts';
import { type FilesProof, leave, type Tried } from './prove-files.ts';

/** Seconds until a text is ended: a server or a listener never ends by itself. */
const limit = 15;

/** The texts of one language that compile, and what they run with. */
export interface RunningTexts {
	tried: readonly Tried[];
	programs: ReadonlyMap<Tried, string>;
	proof: FilesProof;
	runner: Runner;
	bench: Bench;
	find: FindOperation;
}

/** Runs each text once against the capture server, which answers as documented, and holds every request to the documents. */
export async function runTexts({ tried, programs, proof, runner, bench, find }: RunningTexts): Promise<void> {
	const withEnvironment: Runner = {
		...runner,
		run(program, where, port) {
			const command = runner.run(program, where, port);
			return { ...command, env: { ...proof.env, ...command.env } };
		},
	};
	await inPool(tried, Math.min(4, availableParallelism()), async (one) => {
		const program = programs.get(one);
		if (program === undefined || proof.signal?.aborted) return;
		const refused = await runner.mayRun?.(one.source.text);
		if (refused) leave(one.result, refused);
		if (refused) return;
		const run = await runSample({
			runner: withEnvironment,
			bench,
			program,
			answer: (request) => answerTo(find(request)),
			seconds: limit,
			...(proof.signal ? { signal: proof.signal } : {}),
		});
		for (const request of run.requests) await judge(one, request, find(request));
		conclude(one, run, runner);
	});
}

function answerTo(found: Match | RequestFault): Answer {
	if ('operation' in found) return documentedAnswer(found.operation);
	return { status: 404, body: JSON.stringify({ error: found.message }) };
}

async function judge({ source, result }: Tried, request: CapturedRequest, found: Match | RequestFault): Promise<void> {
	const sent = `${request.method} ${request.path}`;
	result.requests.push('operation' in found ? `${sent} (${found.operation.id})` : sent);
	for (const { code, message, hint, names } of 'operation' in found ? await holdRequest(request, found) : [found]) {
		const place = placeIn(source, ...findLine(source.text, names, request));
		if (result.problems.some((other) => other.message === message)) continue;
		result.problems.push({ severity: 'error', code, message, hint, place });
	}
}

/** What a run comes to: a text that sent nothing shows nothing, whatever became of it. */
function conclude({ source, result }: Tried, run: SampleOutcome, runner: Runner): void {
	if (result.problems.length > 0) result.outcome = 'failed';
	if (result.outcome === 'failed') return;
	const notVerified = whyUntried(run, runner);
	if (notVerified !== undefined) leave(result, { notVerified });
	else if (run.exit === 0) result.level = 'run';
	else {
		result.outcome = 'failed';
		result.problems.push({
			severity: 'error',
			code: 'run',
			message: `This ${endOf(run)}, although each request was answered as documented.`,
			hint: 'Run it, and correct how it reads the answer.',
			place: placeIn(source),
		});
	}
}

/** Why a run shows nothing of what the text sends, or undefined where it does. */
function whyUntried(run: SampleOutcome, { needs }: Runner): string | undefined {
	const said = `${run.stderr}\n${run.stdout}`;
	const missing = needs?.missing.exec(said)?.slice(1).find(Boolean);
	if (missing) return `it needs ${missing}, which is not installed here`;
	const unbound = needs?.unbound?.exec(said)?.[1];
	if (unbound) return `a fragment: it never says what ${unbound} is`;
	if (run.timedOut) return `it does not end by itself within ${limit} seconds`;
	if (run.requests.length > 0) return undefined;
	return run.exit === 0 ? 'it runs, and sends no request' : `before it sends a request it ${endOf(run)}`;
}

function endOf({ exit, failure = 'is ended', faults, stderr }: SampleOutcome): string {
	const told = excerpt([...faults, stderr.trim().split('\n').at(-1)].filter(Boolean).join('; '));
	const ended = exit === undefined ? `does not end well (${failure})` : `ends with ${exit}`;
	return told ? `${ended} (${told})` : ended;
}
