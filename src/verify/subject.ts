import type { Place } from '../core/problem.ts';
import { type KnownIssue, speaksOf } from '../load/known-issues.ts';
import type { PlannedSample } from '../tree/plan-tree.ts';
import type { NotVerified } from './not-verified.ts';
import type { Level, Result } from './result.ts';

/** A sample as it lies in the tree. */
export interface SampleOnDisk extends PlannedSample {
	/** The file's text: what is proven is what readers get. */
	text: string;
	/** The file is not what the spec says, so that the renderer's spans do not fit it. */
	edited: boolean;
}

/** Something that a level of the proof found wrong. */
export interface ProofFault {
	level: Level;
	/** The outcome of the API that it was run against. */
	outcome?: string;
	text: string;
	/** Where in the sample. */
	line?: number;
	column?: number;
}

/** A sample while it is being proven. */
export interface Subject {
	sample: SampleOnDisk;
	/** The highest level passed so far. */
	level?: Level;
	faults: ProofFault[];
	notVerified?: NotVerified & { level: Level };
	/** Why the SDK itself could not be had, where a stand-in is used. */
	standIn?: NotVerified;
	toolchain?: string;
	sdk?: Result['sdk'];
	prints?: string;
	/** What it sends departs from the documented request, as the binding declares. */
	departs?: true;
	seconds: number;
}

/** Whether nothing has been found wrong yet, so that the next level may be tried. */
export function isSound({ faults, notVerified }: Subject): boolean {
	return faults.length === 0 && !notVerified;
}

/** What came of a subject. Faults that a known issue speaks of are told apart, and the issue is noted as used. */
export function toResult(subject: Subject, issues: readonly KnownIssue[], used: Set<KnownIssue>): Result {
	const { sample, level, notVerified, standIn, toolchain, sdk, prints, seconds } = subject;
	const { operationId, language, style, path, sha256 } = sample.entry;
	const known: KnownIssue[] = [];
	const open = subject.faults.filter((fault) => {
		const issue = issues.find((one) => speaksOf(one, sample.entry, fault.outcome));
		if (issue) known.push(issue);
		return !issue;
	});
	for (const issue of known) used.add(issue);
	const [first] = open;
	const note = known.find((issue) => issue.note)?.note;
	const untried = notVerified ?? standIn;
	const outcome = first ? 'failed' : outcomeOf(subject, known.length > 0);
	const place: Place | undefined = first && { file: path, line: first.line ?? 1, column: first.column ?? 1 };
	const reasons = first
		? open.map(({ line, column, text }) => (line ? `${line}${column ? `:${column}` : ''} ${text}` : text))
		: untried
			? [[untried.notVerified, untried.remedy].filter(Boolean).join('. ')]
			: [...new Set(known.map(({ reason }) => reason))];
	const stoppedAt = first?.level ?? notVerified?.level;
	return {
		...{ operationId, language, style, path, sha256, outcome, reasons, seconds },
		...(level ? { level } : {}),
		...(stoppedAt ? { stoppedAt } : {}),
		...(place ? { place } : {}),
		...(toolchain ? { toolchain } : {}),
		...(sdk ? { sdk } : {}),
		// What a stand-in prints says nothing of what the SDK would.
		...(prints === undefined || standIn ? {} : { prints }),
		...(subject.departs ? { departs: true as const } : {}),
		...(note ? { note } : {}),
	};
}

/** What came of a subject in which nothing is wrong that is not known. */
function outcomeOf({ notVerified, standIn }: Subject, known: boolean): Result['outcome'] {
	if (notVerified) return 'not verified';
	if (standIn) return 'stand-in';
	return known ? 'known' : 'passed';
}
