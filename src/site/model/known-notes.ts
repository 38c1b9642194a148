import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import type { Sample } from '../../core/sample.ts';
import { readSourceFile } from '../../load/source-file.ts';
import type { SiteApi } from './apis.ts';

/** What readers are told of a known issue, and of which samples: a missing field means any. */
export interface KnownNote {
	operation?: string;
	language?: string;
	style?: string;
	/** The SDK is what falls short, so that samples without it are not spoken of. */
	ofSdk: boolean;
	note: string;
}

/** The notes of an API's `known-issues.yaml`; issues without one are not for readers. */
export function loadKnownNotes(folder: string): { notes: KnownNote[]; problems: Problem[] } {
	const file = join(folder, 'known-issues.yaml');
	if (!existsSync(file)) return { notes: [], problems: [] };
	const { data, problems } = readSourceFile(file);
	const notes = asList(asObject(data).issues).flatMap((node): KnownNote[] => {
		const { operation, language, style, owner, note } = asObject(node);
		const text = asText(note);
		if (!text) return [];
		const fields = Object.entries({ operation, language, style }).filter(([, value]) => asText(value));
		return [{ ...Object.fromEntries(fields), ofSdk: owner === 'sdk', note: text }];
	});
	return { notes, problems };
}

/** The notes that speak of a sample, each once. */
export function notesOf(
	notes: readonly KnownNote[],
	{ operationId, language, style }: Pick<Sample, 'operationId' | 'language' | 'style'>,
): string[] {
	const speaking = notes.filter(
		(note) =>
			(note.operation ?? operationId) === operationId &&
			(note.language ?? language) === language &&
			(note.style ?? style) === style &&
			!(note.ofSdk && style === 'http'),
	);
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
