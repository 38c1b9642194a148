import { stripVTControlCharacters } from 'node:util';
import { userEnvironment } from './detect-toolchain.ts';
import { excerpt } from './excerpt.ts';
import type { NotVerified } from './not-verified.ts';
import { runProcess } from './run-process.ts';

/** One call of a package manager. */
export interface PackageManagerCall {
	command: string;
	args: readonly string[];
	/** Added to the user's environment, which holds the registries, proxies and credentials. */
	env?: Record<string, string>;
	cwd: string;
	/** Whether what it was to make is there; some managers end with 0 and have made nothing. */
	made: () => boolean;
}

/** A cold Maven or Go cache takes minutes on a slow line; more than this is a line that hangs. */
const seconds = 600;

/** Runs a package manager; where it fails, the reason is its own last words. */
export async function runPackageManager(name: string, call: PackageManagerCall): Promise<NotVerified | undefined> {
	const { command, args, cwd } = call;
	// Some fold their complaints to the width of a terminal.
	const env = userEnvironment({ COLUMNS: '1000', ...call.env });
	const outcome = await runProcess({ command, args, cwd, env }, { seconds });
	if (outcome.exit === 0 && call.made()) return undefined;
	const why = outcome.failure ?? complaint(`${outcome.stdout}\n${outcome.stderr}`);
	return { notVerified: `${name} could not install it: ${why}` };
}

// What package managers begin a complaint with, and the words of one that begins otherwise.
const marked = /^(\[?error\b|npm (err!|error) (?!code|syscall|errno)|go: |fatal)/i;
const worded = /could not|cannot|unable to|refused|unreachable|not found|no matching|error \d/i;

/** The line in which a package manager says what is wrong; much of what it prints is not that. */
function complaint(output: string): string {
	const lines = stripVTControlCharacters(output)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const line = lines.find((text) => marked.test(text)) ?? lines.find((text) => worded.test(text)) ?? lines.at(-1);
	return excerpt(line ?? 'it says nothing', 500);
}
