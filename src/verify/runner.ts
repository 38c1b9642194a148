import type { Authority } from './authority.ts';
import type { NotVerified } from './not-verified.ts';
import type { Command } from './run-process.ts';

/** The tools of one language that were found on this machine. */
export interface Toolchain {
	/** As people write it: `Python 3.11.7`. */
	title: string;
	version: string;
	/** The absolute path of the program that samples are run with. */
	command: string;
	/** The absolute paths of whatever else a sample may call by its bare name. */
	companions?: readonly string[];
	/** What else the runner found out and needs later (where a library is, say). */
	facts?: Readonly<Record<string, string>>;
}

/** An SDK as its own package manager names it: `com.plivo:plivo-java`, `5.49.0`. */
export interface Sdk {
	name: string;
	version: string;
}

/** An SDK that is there to be used: a project of its ecosystem's own kind, at whose root samples run. */
export interface SdkProject {
	sdk: Sdk;
	folder: string;
	/** Where it came from: the package manager, or a folder that the user named. */
	source: 'registry' | 'copy';
}

/** Where the samples of one language are compiled and run. */
export interface Bench {
	toolchain: Toolchain;
	/** A folder for what is compiled and for what redirection needs; the caller removes it. */
	folder: string;
	authority: Authority;
	/** A file with the authority's certificate, PEM. */
	certificateFile: string;
	/** The host names that the samples call, without ports. */
	hosts: readonly string[];
	/** The SDK the samples use; absent for plain HTTP. Samples then lie in this project's folder. */
	project?: SdkProject;
}

/** One complaint of a compiler, as it prints it. Lines and columns count from 1. */
export interface Fault {
	file: string;
	line: number;
	/** Absent where the tool does not say. */
	column?: number;
	message: string;
}

/** What compiling a batch came to. */
export interface Compilation {
	faults: readonly Fault[];
	/** By source file, what `run` takes: the file itself where the language needs no compiler. */
	programs: ReadonlyMap<string, string>;
	/** The tool itself failed (crashed, hung), so that a file without a fault proves nothing. */
	failure?: string;
	/** The files are checked, but why they cannot be run on this machine. */
	unready?: NotVerified;
}

/** How one language's SDK is installed. */
export interface SdkInstaller {
	/** What a folder named by `SPECIMEN_SDK_<LANGUAGE>` has to hold: a path in it, and in words. */
	copyHolds: { path: string | RegExp; words: string };
	/** The files of a project that depends on this SDK, by name; `copy` is a local copy's folder. */
	files(sdk: Sdk, toolchain: Toolchain, copy?: string): Readonly<Record<string, string>>;
	/**
	 * Fetches the SDK into a project, or links the local copy into it. The folder is moved once it is whole, so nothing in
	 * it may hold its own path.
	 */
	install(project: SdkProject, toolchain: Toolchain, copy?: string): Promise<NotVerified | undefined>;
}

/** What one language knows for the proof: `templates/<language>/runner.ts`. */
export interface Runner {
	language: string;
	/** Looks for the language's tools; a reason names what is missing and the package that has it. */
	detect(): Promise<Toolchain | NotVerified>;
	/**
	 * Checks every file with the language's own compiler, in one process. With the goal `run` it also
	 * makes what running needs.
	 */
	compile(files: readonly string[], bench: Bench, goal: 'check' | 'run'): Promise<Compilation>;
	/**
	 * How to run one sample as it is, such that every connection to another machine goes to a port of
	 * this one and the capture server's certificates are trusted. `compile` has to have run before.
	 */
	run(program: string, bench: Bench, port: number): Command;
	/** How its tools say that a text that others wrote needs what is not here; each captures a name. */
	needs?: {
		/** A module, a package or a program. */
		missing: RegExp;
		/** A name that the text never gave a value: it is part of something longer. */
		unbound?: RegExp;
	};
	/** Why a text that others wrote is not run: it would do more than call an API. */
	mayRun?(text: string): Promise<NotVerified | undefined>;
	/** Absent where there can be no SDK. */
	sdk?: SdkInstaller;
}
