import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, pointerTo } from '../core/document.ts';
import type { Place, Problem } from '../core/problem.ts';
import { readSourceFile } from './source-file.ts';

/** Who has to act for an issue to go away. */
export const owners = ['spec', 'template', 'sdk', 'harness'] as const;

/** A departure from what should be, written down with its owner and reason: `known-issues.yaml`. */
export interface KnownIssue {
	/** Which samples: a missing field means any. */
	operation?: string;
	language?: string;
	style?: string;
	/** Which outcome of the API, e.g. `404`; missing means any. */
	outcome?: string;
	owner: (typeof owners)[number];
	reason: string;
	/** What readers of the site see beside the sample. */
	note?: string;
	place: Place;
}

/** Reads an API's ledger of known issues; an API without one has none. */
export function loadKnownIssues(folder: string): { issues: KnownIssue[]; problems: Problem[] } {
	const file = join(folder, 'known-issues.yaml');
	if (!existsSync(file)) return { issues: [], problems: [] };
	const source = readSourceFile(file);
	const problems = [...source.problems];
	const issues = asList(asObject(source.data).issues).flatMap((node, index): KnownIssue[] => {
		const issue = asObject(node);
		const pointer = pointerTo('/issues', index);
		const place = source.locate(pointer);
		const owner = owners.find((name) => name === issue.owner);
		const reason = asText(issue.reason);
		if (!owner || !reason) {
			problems.push({
				severity: 'error',
				code: 'incomplete-issue',
				message: owner ? 'A known issue needs a reason.' : `A known issue needs an owner: ${owners.join(', ')}.`,
				hint: 'Say who has to act, and why the sample is as it is.',
				pointer,
				place,
			});
			return [];
		}
		const text = (name: string) => (asText(issue[name]) ? { [name]: asText(issue[name]) } : {});
		const outcome = issue.outcome === undefined ? {} : { outcome: String(issue.outcome) };
		return [
			{
				...text('operation'),
				...text('language'),
				...text('style'),
				...outcome,
				...text('note'),
				owner,
				reason,
				place,
			},
		];
	});
	return { issues, problems };
}

/** Whether an issue speaks of a sample, and of one outcome of the API where that is asked. */
export function speaksOf(
	issue: KnownIssue,
	sample: { operationId: string; language: string; style: string },
	outcome?: string,
): boolean {
	return (
		(issue.operation === undefined || issue.operation === sample.operationId) &&
		(issue.language === undefined || issue.language === sample.language) &&
		(issue.style === undefined || issue.style === sample.style) &&
		(outcome === undefined || issue.outcome === undefined || outcome.startsWith(issue.outcome))
	);
}
