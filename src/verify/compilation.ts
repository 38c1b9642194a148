import type { NotVerified } from './not-verified.ts';
import type { Compilation, Fault } from './runner.ts';

/** What a checker found, and where it put what it made. */
export interface Compiled {
	files: readonly string[];
	faults: readonly Fault[];
	/** The program of a file, given its place among the files. */
	program: (file: string, at: number) => string;
	failure?: string | undefined;
	unready?: NotVerified | undefined;
}

/** Puts a compilation together: only files without a fault have a program to run. */
export function toCompilation({ files, faults, program, failure, unready }: Compiled): Compilation {
	const broken = new Set(faults.map((fault) => fault.file));
	const programs = new Map<string, string>();
	files.forEach((file, at) => {
		if (!broken.has(file)) programs.set(file, program(file, at));
	});
	return {
		faults,
		programs,
		...(failure === undefined ? {} : { failure }),
		...(unready === undefined ? {} : { unready }),
	};
}
