import { existsSync, readFileSync } from 'node:fs';

/** What was last proven of one sample, as `proof/<api>.json` keeps it. A line changes only when its facts do. */
export interface ProofRecord {
	path: string;
	sha256: string;
	/** The highest level that the sample passed; absent where it passed none. */
	level?: 'parse' | 'compile' | 'run';
	/** `stand-in` where the SDK could not be installed, and the sample ran against a stand-in for it. */
	outcome: 'passed' | 'failed' | 'known' | 'not verified' | 'stand-in';
	/** `Python 3.11.7`. */
	toolchain?: string;
	/** `plivo 4.59.6`. */
	sdk?: string;
	/** `copy` where the SDK was taken from a directory rather than its registry. */
	source?: 'copy';
	/** What it sends departs from the documented request, as the binding declares. */
	departs?: true;
	/** The note of a known issue, or why it was not verified. */
	note?: string;
	/** What the sample printed when the API answered as documented. */
	prints?: string;
}

/** Reads the record of an API; one that does not exist, or is none, is empty. */
export function readRecord(file: string): ProofRecord[] {
	if (!existsSync(file)) return [];
	const { proven } = JSON.parse(readFileSync(file, 'utf8')) as { proven?: ProofRecord[] };
	return Array.isArray(proven) ? proven : [];
}
