import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** How often memory is looked at, in milliseconds. */
const SAMPLED_EVERY = 250;

/** A server in a process of its own, with the memory that it takes. */
export interface Program {
	/** The address that it printed. */
	address: string;
	/** Resident memory in MB since the start, a sample each quarter of a second. */
	memory: readonly number[];
	stop(): Promise<void>;
}

/** Starts a Node program that prints its address once it listens. Memory is read where Linux shows it. */
export async function startProgram(
	script: string,
	{ args = [], cwd, environment = {} }: { args?: string[]; cwd: string; environment?: Record<string, string> },
): Promise<Program> {
	const child = spawn(process.execPath, [script, ...args], {
		cwd,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'close');
	const address = await Promise.race([printedAddress(child), ended.then(() => undefined)]);
	if (address === undefined) throw new Error(`${script} ended before it listened.`);
	const memory: number[] = [];
	const sample = () => {
		const megabytes = residentMemory(child.pid);
		if (megabytes !== undefined) memory.push(megabytes);
	};
	sample();
	const timer = setInterval(sample, SAMPLED_EVERY);
	return {
		address,
		memory,
		async stop() {
			clearInterval(timer);
			child.kill();
			await ended;
		},
	};
}

async function printedAddress(child: ChildProcess): Promise<string | undefined> {
	if (!child.stdout) return undefined;
	const lines = createInterface(child.stdout);
	for await (const line of lines) {
		const address = /http:\/\/\S+/.exec(line)?.[0];
		if (address) return address;
	}
	return undefined;
}

function residentMemory(pid = 0): number | undefined {
	try {
		const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
	} catch (error) {
		// No Linux, or the process has just ended.
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}
