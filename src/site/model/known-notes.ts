import type { Problem } from '../../core/problem.ts';
import type { Sample } from '../../core/sample.ts';
import { type KnownIssue, loadKnownIssues, speaksOf } from '../../load/known-issues.ts';
import type { SiteApi } from './apis.ts';

/** A known issue with something to tell readers. */
export type KnownNote = KnownIssue & { note: string };

/** The notes of an API's `known-issues.yaml`; issues without one are not for readers. */
export function loadKnownNotes(folder: string): { notes: KnownNote[]; problems: Problem[] } {
	const { issues, problems } = loadKnownIssues(folder);
	return { notes: issues.filter((issue): issue is KnownNote => issue.note !== undefined), problems };
}

/** The notes that speak of a sample, each once. */
export function notesOf(
	notes: readonly KnownNote[],
	{ operationId, language, style }: Pick<Sample, 'operationId' | 'language' | 'style'>,
): string[] {
	const sample = { operationId, language, style };
	// An SDK that falls short is no matter of samples without it.
	const speaking = notes.filter((issue) => speaksOf(issue, sample) && !(issue.owner === 'sdk' && style === 'http'));
	return [...new Set(speaking.map(({ note }) => note))];
}

/**
 * Every known issue that readers are told of beside a sample: from the ledger, and from the record of its proof. What the
 * sample's own notes say already is not said again.
 */
export function issuesOf({ knownNotes, proofs }: Pick<SiteApi, 'knownNotes' | 'proofs'>, sample: Sample): string[] {
	const met = proofs.get(sample)?.issue;
	const issues = new Set([...notesOf(knownNotes, sample), ...(met ? [met] : [])]);
	return [...issues].filter((issue) => !sample.notes.some((note) => note.includes(issue)));
}
