/** How a command ends: 0 all is well, 1 it found problems, 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Thrown where a command found what stops it in the project's own files; the message says all. Ends with exit code 1. */
export class ExpectedFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'ExpectedFault';
	}
}

/** Thrown for arguments that a command cannot work with; the message says what to write instead. Ends with exit code 2. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UsageError';
	}
}
