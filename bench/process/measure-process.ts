import { type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How long a process took, and the most memory it held. */
export interface ProcessCost {
	seconds: number;
	/** Read from Linux' `/proc`; undefined elsewhere. What the process starts is not counted. */
	peakMB: number | undefined;
}

/** Runs Node with arguments in a process of its own. Throws with what it printed where it ends with another code than 0. */
export async function measureProcess(
	args: readonly string[],
	options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<ProcessCost> {
	const start = performance.now();
	const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk) => {
			output = (output + chunk).slice(-20_000);
		});
	let peakMB: number | undefined;
	const timer = setInterval(() => {
		peakMB = peakOf(child.pid) ?? peakMB;
	}, 20);
	const code = await new Promise((settle, reject) => child.on('close', settle).on('error', reject));
	clearInterval(timer);
	const seconds = (performance.now() - start) / 1000;
	if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${output}`);
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
