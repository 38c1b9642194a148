import { ProblemError } from '../core/problem.ts';
import { strayTemplates } from '../load/find-template.ts';
import type { Project } from '../load/load-project.ts';
import { bind } from './bind.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { commandLine } from './command-line.ts';
import { dev } from './dev.ts';
import { embed } from './embed.ts';
import { type ExitCode, ExpectedFault, UsageError } from './exit-code.ts';
import { feedback } from './feedback.ts';
import { generate } from './generate.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { overlay } from './overlay.ts';
import { reportProblems } from './report.ts';
import { sample } from './sample.ts';
import { serve } from './serve.ts';
import { upgrade } from './upgrade.ts';
import { verify } from './verify.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

type Command = (args: string[], workspace: Workspace) => Promise<ExitCode>;

const commands: Record<string, Command> = {
	init,
	dev,
	build,
	serve,
	generate,
	check,
	verify,
	sample,
	overlay,
	embed,
	upgrade,
	feedback,
	bind,
};

/** Runs one command with its arguments. Whatever goes wrong is told on stderr, without a stack trace unless it is a bug. */
export async function run([name, ...args]: string[], project: Project): Promise<ExitCode> {
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		console.log(help(args[0]));
		return name === undefined ? 2 : 0;
	}
	const command = commands[name];
	try {
		if (!command) throw new UsageError(`"${name}" is no command. Commands: ${Object.keys(commands).join(', ')}.`);
		if (args.includes('--help') || args.includes('-h')) {
			console.log(help(name));
			return 0;
		}
		const problems = [...project.problems, ...strayTemplates(project.folders.templates)];
		reportProblems(problems, 'text');
		if (problems.some(({ severity }) => severity === 'error')) return 2;
		return await command(args, openWorkspace(project));
	} catch (error) {
		if (error instanceof UsageError) {
			console.error(`specimen: ${error.message}`);
			console.error(`Try: ${commandLine(`help ${command ? name : ''}`)}`.trimEnd());
			return 2;
		}
		if (error instanceof ExpectedFault) {
			console.error(`specimen: ${error.message}`);
			return 1;
		}
		if (error instanceof ProblemError) {
			reportProblems([error.problem], 'text');
			return 2;
		}
		if (isArgumentError(error)) {
			console.error(`specimen: ${error.message.replace(/\. To specify a positional.*$/s, '.')}`);
			console.error(`Try: ${commandLine(`help ${name}`)}`);
			return 2;
		}
		if (isSystemError(error)) {
			console.error(`specimen: ${error.message}`);
			return 2;
		}
		throw error;
	}
}

function isArgumentError(error: unknown): error is Error {
	return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

/** What the file system refused: no permission, no room, a folder where a file should be. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
