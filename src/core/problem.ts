/** A place in a file, as editors count: `line` and `column` begin at 1. */
export interface Place {
	file: string;
	line: number;
	column: number;
}

/** A located complaint: what is wrong, where, and what to do about it. */
export interface Problem {
	severity: 'error' | 'warning';
	/** A stable kebab-case name of the kind of problem, e.g. `unknown-operation`. */
	code: string;
	message: string;
	/** What to do; one sentence. */
	hint?: string;
	/** The place; absent only where no file is concerned (bad arguments). */
	place?: Place;
	/** JSON pointer of the value inside the file, where it has one. */
	pointer?: string;
}

/**
 * A problem that ends the work on one thing (a sample, a file), thrown where no value can be returned.
 * The command that owns the work catches it and reports the problem; it is never shown as a stack trace.
 */
export class ProblemError extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(problem.message);
		this.name = 'ProblemError';
		this.problem = problem;
	}
}
