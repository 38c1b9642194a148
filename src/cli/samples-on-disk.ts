import { createHash } from 'node:crypto';
import type { Problem } from '../core/problem.ts';
import type { PlannedSample } from '../tree/plan-tree.ts';
import { readTree } from '../tree/read-tree.ts';
import type { SampleOnDisk } from '../verify/subject.ts';
import { commandLine } from './command-line.ts';
import type { Prepared } from './load.ts';

/** A file that somebody edited is proven as it is, under its own hash. */
function asOnDisk(planned: PlannedSample, text: string): SampleOnDisk {
	const edited = text !== planned.sample.code;
	const sha256 = edited ? createHash('sha256').update(text).digest('hex') : planned.entry.sha256;
	return { ...planned, entry: { ...planned.entry, sha256 }, text, edited };
}

/** Holds the plan against the tree: what is proven is the file that lies there. */
export function samplesOnDisk({ plan }: Prepared, out: string): { samples: SampleOnDisk[]; missing: Problem[] } {
	const disk = readTree(out);
	const samples: SampleOnDisk[] = [];
	const missing: Problem[] = [];
	for (const planned of plan?.samples ?? []) {
		const text = disk.files.get(planned.entry.path);
		const file = `${out}/${planned.entry.path}`;
		if (text === undefined) {
			missing.push({
				severity: 'error',
				code: 'missing',
				message: `${file} is not there.`,
				hint: `Run \`${commandLine('generate')}\`.`,
				place: { file, line: 1, column: 1 },
			});
		} else samples.push(asOnDisk(planned, text));
	}
	return { samples, missing };
}
