import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from './authority.ts';
import type { Bench, SdkProject, Toolchain } from './runner.ts';
import { createScratchFolder } from './scratch-folder.ts';

/** What a bench is for; see `Bench`. */
export interface BenchOptions {
	toolchain: Toolchain;
	authority: Authority;
	hosts: readonly string[];
	project?: SdkProject;
}

/** Lays out a place to compile and run samples of one language; `remove` clears it away. */
export function openBench(options: BenchOptions): Bench & { remove(): void } {
	const { path: folder, remove } = createScratchFolder('bench');
	const certificateFile = join(folder, 'ca.pem');
	writeFileSync(certificateFile, options.authority.certificate);
	return { ...options, folder, certificateFile, remove };
}
