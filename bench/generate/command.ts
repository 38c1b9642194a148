import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** How long a command took, and the most memory it held. */
export interface CommandCost {
	seconds: number;
	/** Read from Linux' `/proc`; undefined elsewhere. */
	peakMB: number | undefined;
}

/** Runs Specimen's command line in a process of its own. Throws where it ends with another code than 0. */
export async function measureCommand(args: readonly string[]): Promise<CommandCost> {
	const start = performance.now();
	const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { stdio: 'ignore' });
	let peakMB: number | undefined;
	const timer = setInterval(() => {
		peakMB = peakOf(child.pid) ?? peakMB;
	}, 20);
	const [code] = (await once(child, 'exit')) as [number | null];
	clearInterval(timer);
	const seconds = (performance.now() - start) / 1000;
	if (code !== 0) throw new Error(`specimen ${args.join(' ')} ended with ${code}.`);
	return { seconds, peakMB };
}

/** The most memory that a living process has held so far. */
function peakOf(pid: number | undefined): number | undefined {
	try {
		const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return peak === undefined ? undefined : Number(peak) / 1024;
	} catch {
		// The process has ended, or the system has no such file.
		return undefined;
	}
}
