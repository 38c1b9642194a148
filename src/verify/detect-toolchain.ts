import { findProgram } from './find-program.ts';
import { isNotVerified, type NotVerified } from './not-verified.ts';
import { type Outcome, runProcess } from './run-process.ts';

/** Finds several programs at once: each name with the Debian package that has it. */
export function findPrograms<Name extends string>(
	packages: Readonly<Record<Name, string>>,
): Record<Name, string> | NotVerified {
	const found = {} as Record<Name, string>;
	for (const [name, debian] of Object.entries(packages) as [Name, string][]) {
		const path = findProgram(name);
		if (path === undefined) return missing(name, debian);
		found[name] = path;
	}
	return found;
}

/** The reason for something that is not installed, and the Debian package that has it. */
export function missing(what: string, debian: string): NotVerified {
	return {
		notVerified: `${what} is not installed`,
		remedy: `On Debian and Ubuntu: apt-get install ${debian}`,
	};
}

/** Asks a tool about itself, in the user's own environment. The answer is one JSON object, or text. */
export async function ask(command: string, ...args: string[]): Promise<Outcome | NotVerified> {
	const outcome = await runProcess({ command, args, env: userEnvironment(), cwd: process.cwd() }, { seconds: 30 });
	if (outcome.exit === 0) return outcome;
	const said = outcome.failure ?? (outcome.stderr.trim().split('\n').at(-1) || `exit ${outcome.exit}`);
	return { notVerified: `${command} does not work: ${said}` };
}

/** Asks a tool for one value of its output, which `pattern` captures. */
export async function askFor(pattern: RegExp, command: string, ...args: string[]): Promise<string | NotVerified> {
	const outcome = await ask(command, ...args);
	if (isNotVerified(outcome)) return outcome;
	const found = pattern.exec(`${outcome.stdout}\n${outcome.stderr}`)?.[1];
	return found ?? { notVerified: `${command} ${args.join(' ')} does not say its version` };
}

/**
 * The environment this process was started with, for compilers and package managers: they keep the
 * user's caches, proxies and registries. Samples never see it.
 */
export function userEnvironment(more: Record<string, string> = {}): Record<string, string> {
	const env: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
	return { ...env, ...more };
}
