import { existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { missing, userEnvironment } from './detect-toolchain.ts';
import { findProgram } from './find-program.ts';
import type { NotVerified } from './not-verified.ts';
import { runProcess } from './run-process.ts';

/** The C source of a library that redirects a program's connections, for what cannot be redirected from within. */
export const redirectSource = join(import.meta.dirname, 'redirect.c');

/** Where `buildPreloadLibrary` leaves the library of a source. */
export function preloadLibrary(source: string, folder: string): string {
	return join(folder, `${basename(source, '.c')}.so`);
}

/**
 * Compiles a library for LD_PRELOAD, once a folder. Linux only: other systems do not let a library be preloaded into
 * theirs.
 */
export async function buildPreloadLibrary(source: string, folder: string): Promise<NotVerified | undefined> {
	const library = preloadLibrary(source, folder);
	if (existsSync(library)) return undefined;
	if (process.platform !== 'linux') return { notVerified: 'sending it to the capture server works on Linux only' };
	const command = findProgram('cc');
	if (command === undefined) return missing('a C compiler', 'gcc libc6-dev');
	// Built under another name, so that whoever runs a sample at the same time never loads half of it.
	const draft = `${library}.${process.pid}.${performance.now()}`;
	const args = ['-shared', '-fPIC', '-O1', '-o', draft, source, '-ldl'];
	const outcome = await runProcess({ command, args, env: userEnvironment(), cwd: folder }, { seconds: 60 });
	if (outcome.exit !== 0) {
		return { notVerified: `cc cannot build ${basename(source)}: ${outcome.failure ?? outcome.stderr.trim()}` };
	}
	renameSync(draft, library);
	return undefined;
}
