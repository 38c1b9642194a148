import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../src/core/language.ts';
import type { Api, Gap } from '../../src/core/sample.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { prove } from '../../src/verify/prove.ts';
import type { Result } from '../../src/verify/result.ts';

/** Renders every HTTP sample of an API in one language, and runs each against the documented answer. */
export async function proveHttp(api: Api, language: Language): Promise<Result[]> {
	const plan = planTree(api, [language], [], { selection: { styles: new Set(['http']) } });
	if (plan.problems.length > 0) throw new Error(JSON.stringify(plan.problems));
	const cache = mkdtempSync(join(tmpdir(), 'specimen-test-'));
	try {
		const samples = plan.samples.map((planned) => ({ ...planned, text: planned.sample.code, edited: false }));
		const { results } = await prove({
			api,
			languages: [language],
			samples,
			level: 'run',
			issues: [],
			successOnly: true,
			cache,
		});
		return results;
	} finally {
		rmSync(cache, { recursive: true, force: true });
	}
}

/** The operations that a language's HTTP client cannot send, with its reasons. */
export function httpGaps(api: Api, language: Language): Gap[] {
	return planTree(api, [language], [], { selection: { styles: new Set(['http']) } }).gaps;
}

/** The results that are no pass, each as one line. */
export function shortcomings(results: readonly Result[]): string[] {
	return results
		.filter(({ outcome }) => outcome !== 'passed')
		.map(({ path, outcome, reasons }) => `${path}: ${outcome}: ${reasons.join('; ')}`);
}
