import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '../../src/verify/result.ts';
import type { Workplace } from './specimen.ts';

const cli = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Starts a command that keeps its temporary files in the workplace's folder `tmp`, and does not wait for it. */
export function start({ folder }: Workplace, env: Record<string, string>, ...args: string[]) {
	const temporary = join(folder, 'tmp');
	mkdirSync(temporary, { recursive: true });
	const child = spawn(process.execPath, [cli, ...args], {
		cwd: folder,
		env: { ...process.env, TMPDIR: temporary, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	const compiled = Promise.withResolvers<void>();
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		if (stderr.includes(': compile ')) compiled.resolve();
	});
	const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => ({
		...{ code, signal, stdout, stderr },
	}));
	return { child, ended, compiled: compiled.promise, temporary };
}

/** What `verify --reporter json` prints. */
export function readResults(stdout: string): Result[] {
	return (JSON.parse(stdout) as { results: Result[] }).results;
}

/** The outcomes that each language has. */
export function outcomesOf(results: readonly Result[]): Record<string, string[]> {
	const names = [...new Set(results.map(({ language }) => language))];
	return Object.fromEntries(
		names.map((name) => [
			name,
			[...new Set(results.filter(({ language }) => language === name).map(({ outcome }) => outcome))],
		]),
	);
}
