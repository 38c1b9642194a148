import { compareRequests } from './compare-requests.ts';
import type { ExpectedRequests } from './expected-requests.ts';
import type { ApiOutcome } from './outcomes.ts';
import type { SampleOutcome } from './run-sample.ts';

/** Traces that a language prints for an error nobody caught: a reader should see a sentence instead. */
const TRACE =
	/Traceback \(most recent call last\)|^\s+from \S+:\d+:in |^\s+at .+\(.+:\d+(:\d+)?\)$|^\s+at .+:\d+:\d+$|Exception in thread|PHP Fatal error: {2}Uncaught|Fatal error: Uncaught|Unhandled Exception|^goroutine \d+|^panic: /m;

/** What is wrong with one run of a sample; nothing where it did all that it should. */
export function judgeRun(outcome: ApiOutcome, run: SampleOutcome, requests: ExpectedRequests): string[] {
	const when = outcome.name === 'success' ? '' : `${outcome.name}: `;
	const faults = run.faults.map((fault) => `${when}${fault}`);
	if (run.timedOut || run.failure) faults.push(`${when}${run.failure ?? 'it took too long'}`);
	const said = excerpt(run.stderr) || excerpt(run.stdout);
	if (!outcome.fails) {
		const { differences, unused } = compareRequests(requests.expected, run.requests, requests.again);
		faults.push(...differences, ...unused.map((quirk) => `declared and not seen any more: ${quirk}`));
		if (run.exit !== 0 && !run.failure)
			faults.push(`ends with ${run.exit} although the API answered as documented${said && `: ${said}`}`);
		if (run.exit === 0 && run.stdout.trim() === '') faults.push('prints nothing');
		return faults;
	}
	if (run.exit === 0) faults.push(`${when}ends with 0, as if nothing had happened`);
	if (run.exit !== 0 && run.stderr.trim() === '') faults.push(`${when}says nothing on stderr`);
	const trace = TRACE.exec(run.stderr);
	if (trace) faults.push(`${when}prints a trace: ${excerpt(run.stderr.slice(trace.index))}`);
	return faults;
}

/** The first line and the last two: some languages name the error before its trace, some after it. */
function excerpt(text: string): string {
	const lines = text
		.trim()
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const shown = lines.length > 3 ? [lines[0], '…', ...lines.slice(-2)] : lines;
	const line = shown.join(' / ');
	return line.length > 300 ? `${line.slice(0, 150)} … ${line.slice(-140)}` : line;
}
