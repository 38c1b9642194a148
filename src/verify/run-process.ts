import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atExit } from './at-exit.ts';
import { createScratchFolder } from './scratch-folder.ts';

/** A process to run. */
export interface Command {
	command: string;
	args: readonly string[];
	/** The whole environment: nothing is inherited. Without HOME, a fresh folder is it. */
	env: Readonly<Record<string, string>>;
	cwd: string;
	/** Files to lay into the fresh HOME first, by relative path. */
	home?: Readonly<Record<string, string>>;
	/** What it reads on standard input, which is otherwise empty. */
	input?: string;
}

/** How long a process may take and how much it may say. */
export interface Limits {
	seconds: number;
	/** Bytes kept of each stream; the rest is read and dropped. Default 1 MiB. */
	outputBytes?: number;
	/** Ends the process early. */
	signal?: AbortSignal | undefined;
}

/** How a process ended, and what it said. */
export interface Outcome {
	/** The exit status; absent where it was ended by a signal or never started. */
	exit?: number;
	/** What kept it from ending by itself: `SIGSEGV`, "no such file", "took longer than 10 s"… */
	failure?: string;
	timedOut: boolean;
	stdout: string;
	stderr: string;
	/** A stream was longer than the limit, and what is here is its beginning. */
	truncated: boolean;
	seconds: number;
}

/** How long streams may stay open after the process itself is gone. */
const drainLimit = 1000;

/**
 * Runs a process in a group of its own and never rejects. At its end, or its time limit, the whole
 * group is ended, so that nothing it started outlives it.
 */
export async function runProcess(command: Command, limits: Limits): Promise<Outcome> {
	if (command.env.HOME !== undefined) return supervise(command, command.env, limits);
	const home = createScratchFolder('home');
	try {
		for (const [name, text] of Object.entries(command.home ?? {})) {
			const file = join(home.path, name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		const temporary = join(home.path, 'tmp');
		mkdirSync(temporary);
		const env = { TMPDIR: temporary, ...command.env, HOME: home.path };
		return await supervise(command, env, limits);
	} finally {
		home.remove();
	}
}

function supervise(command: Command, env: Command['env'], limits: Limits): Promise<Outcome> {
	const { seconds, outputBytes = 1024 * 1024, signal } = limits;
	const started = performance.now();
	return new Promise((resolve) => {
		const child = spawn(command.command, command.args, {
			cwd: command.cwd,
			env,
			detached: true,
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		const release = atExit(() => endGroup(child));
		const stdout = collect(child.stdout, outputBytes);
		const stderr = collect(child.stderr, outputBytes);
		// A process that does not read its input is free to leave it.
		child.stdin.on('error', () => {});
		child.stdin.end(command.input ?? '');

		let failure: string | undefined;
		let timedOut = false;
		let drain: NodeJS.Timeout | undefined;
		const abort = () => {
			failure ??= 'interrupted';
			endGroup(child);
		};
		const timer = setTimeout(() => {
			timedOut = true;
			failure ??= `took longer than ${seconds} s`;
			endGroup(child);
		}, seconds * 1000);
		signal?.addEventListener('abort', abort);
		if (signal?.aborted) abort();

		const finish = (exit?: number) => {
			clearTimeout(timer);
			clearTimeout(drain);
			signal?.removeEventListener('abort', abort);
			release();
			resolve({
				...(exit === undefined ? {} : { exit }),
				...(failure === undefined ? {} : { failure }),
				timedOut,
				stdout: stdout.text(),
				stderr: stderr.text(),
				truncated: stdout.truncated() || stderr.truncated(),
				seconds: (performance.now() - started) / 1000,
			});
		};
		child.once('error', (error) => {
			failure ??= `could not be started: ${error.message}`;
			if (child.pid === undefined) finish();
		});
		child.once('exit', () => {
			endGroup(child);
			drain = setTimeout(() => {
				child.stdout.destroy();
				child.stderr.destroy();
			}, drainLimit);
		});
		child.once('close', (exit, killedBy) => {
			if (killedBy) failure ??= `ended by ${killedBy}`;
			finish(failure === undefined ? (exit ?? undefined) : undefined);
		});
	});
}

/** Ends a process and all that it started, short of what moved to a session of its own. */
function endGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// The group is gone, or this system has no process groups: then the process alone.
		child.kill('SIGKILL');
	}
}

function collect(stream: NodeJS.ReadableStream, limit: number) {
	const chunks: Buffer[] = [];
	let size = 0;
	stream.on('data', (chunk: Buffer) => {
		if (size < limit) chunks.push(chunk.subarray(0, limit - size));
		size += chunk.length;
	});
	stream.on('error', () => {});
	return {
		text: () => Buffer.concat(chunks).toString('utf8'),
		truncated: () => size > limit,
	};
}
