import type { Place } from '../core/problem.ts';

/** How far a sample is proven; each level includes those before it. */
export const levels = ['parse', 'compile', 'run'] as const;
export type Level = (typeof levels)[number];

/** What came of one sample. */
export interface Result {
	operationId: string;
	language: string;
	style: string;
	/** Relative to the tree. */
	path: string;
	sha256: string;
	/** The highest level that the sample passed; absent where it passed none. */
	level?: Level;
	/** `stand-in`: it works with a stand-in for an SDK that could not be had, which proves nothing of the SDK. */
	outcome: 'passed' | 'failed' | 'known' | 'not verified' | 'stand-in';
	/** What failed, one sentence each; or why it was not verified against the SDK. */
	reasons: string[];
	/** The level at which it failed or stopped. */
	stoppedAt?: Level;
	place?: Place;
	/** What ran it, e.g. `Python 3.11.7`. */
	toolchain?: string;
	/** The SDK it ran against, e.g. `plivo 4.59.6`, and where that came from. */
	sdk?: { name: string; version: string; source: 'registry' | 'copy' | 'stand-in' };
	/** What the sample printed when the API answered as documented. */
	prints?: string;
	/** What it sends departs from the documented request, as the binding declares. */
	departs?: true;
	/** The note of a known issue. */
	note?: string;
	/** Seconds that its runs took together. */
	seconds: number;
}
