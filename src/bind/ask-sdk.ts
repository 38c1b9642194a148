import { userEnvironment } from '../verify/detect-toolchain.ts';
import type { NotVerified } from '../verify/not-verified.ts';
import { runProcess } from '../verify/run-process.ts';
import type { SdkProject } from '../verify/runner.ts';

/** Runs a program in an SDK's project: a question as JSON on its stdin, the answer as JSON on the last line of its stdout. */
export async function askSdk<Answer>(
	{ command, args, env = {} }: { command: string; args: string[]; env?: Record<string, string> },
	{ folder }: SdkProject,
	question: unknown,
): Promise<Answer | NotVerified> {
	const input = JSON.stringify(question);
	const outcome = await runProcess({ command, args, cwd: folder, env: userEnvironment(env), input }, { seconds: 120 });
	const last = outcome.stdout.trim().split('\n').at(-1) ?? '';
	if (outcome.exit === 0 && /^[[{]/.test(last)) return JSON.parse(last) as Answer;
	const said = outcome.failure ?? outcome.stderr.trim().split('\n').at(-1);
	return { notVerified: `the SDK's names could not be read: ${said || `exit ${outcome.exit}`}` };
}
