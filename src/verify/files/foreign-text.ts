import type { Language } from '../../core/language.ts';
import type { Place, Problem } from '../../core/problem.ts';
import type { NotVerified } from '../not-verified.ts';
import type { Level } from '../result.ts';

/** A text in a language that samples have, found in a team's own documentation: a fence, or a whole file. */
export interface ForeignText {
	file: string;
	/** The line of the file that is the text's first, from 1. */
	line: number;
	/** How many columns the text is indented by in the file. */
	indent: number;
	language: Language;
	text: string;
}

/** What came of one text. */
export interface ForeignResult extends Omit<ForeignText, 'language' | 'text' | 'indent'> {
	language: string;
	outcome: 'passed' | 'failed' | 'not verified';
	/** The highest level that it passed. */
	level?: Level;
	/** The requests that it sent, each with the operation that it is for: `DELETE /v1/x/ (removeX)`. */
	requests: string[];
	problems: Problem[];
	/** Why it was not tried further. */
	reason?: NotVerified;
}

/** The place in the file of a line and a column of the text, both from 1. */
export function placeIn({ file, line, indent }: ForeignText, at = 1, column = 1): Place {
	return { file, line: line + at - 1, column: column + indent };
}
