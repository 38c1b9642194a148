import { toCompilation } from './compilation.ts';
import { userEnvironment } from './detect-toolchain.ts';
import { runProcess } from './run-process.ts';
import type { Compilation, Fault } from './runner.ts';

/** A checker that reads one file name a line and prints one `Fault`, as JSON, a line. */
export interface Checker {
	command: string;
	args: readonly string[];
	env?: Record<string, string>;
	cwd: string;
}

/** Grows with the batch; no checker needs anything near it. */
const secondsFor = (files: number) => 60 + files / 2;

/** Runs a checker over files that need no compiling: each is its own program. */
export async function checkInBatch(files: readonly string[], checker: Checker): Promise<Compilation> {
	return toCompilation({ files, ...(await runChecker(files, checker)), program: (file) => file });
}

/**
 * Runs a checker over files. It has to end with a line `done`, so that one that crashed half-way is
 * told from one that found nothing.
 */
export async function runChecker(
	files: readonly string[],
	checker: Checker,
): Promise<{ faults: Fault[]; failure?: string }> {
	if (files.length === 0) return { faults: [] };
	const { command, args, cwd } = checker;
	const outcome = await runProcess(
		{ command, args, cwd, env: userEnvironment(checker.env), input: `${files.join('\n')}\n` },
		{ seconds: secondsFor(files.length), outputBytes: 64 * 1024 * 1024 },
	);
	const faults: Fault[] = [];
	for (const line of outcome.stdout.split('\n')) {
		if (line.startsWith('{')) faults.push(JSON.parse(line) as Fault);
	}
	if (outcome.exit === 0 && /^done$/m.test(outcome.stdout)) return { faults };
	const said = outcome.failure ?? `exit ${outcome.exit}`;
	return { faults, failure: `${command}: ${said}: ${outcome.stderr.trim().slice(-2000)}` };
}
