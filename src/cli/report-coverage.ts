import type { LanguageCoverage } from '../bind/bind-language.ts';
import type { Problem } from '../core/problem.ts';
import { isNotVerified } from '../verify/not-verified.ts';
import { reportProblems } from './report.ts';

/** Whether a binding uses a name that the SDK does not have. */
export function hasAbsentNames({ names }: LanguageCoverage): boolean {
	return !isNotVerified(names) && names.absent.length > 0;
}

/** Tells how far an API is bound: as text, or as one JSON document, on stdout. */
export function reportCoverage(
	covered: readonly LanguageCoverage[],
	problems: readonly Problem[],
	tasks: number,
	reporter: 'text' | 'json',
): void {
	if (reporter === 'json') {
		const languages = covered.map(({ calls: { problems: _, ...calls }, ...rest }) => ({ ...rest, ...calls }));
		console.log(JSON.stringify({ tasks, languages, problems }, null, 2));
		return;
	}
	reportProblems(problems, 'text');
	for (const coverage of covered) console.log(coverageText(coverage, tasks));
}

function coverageText({ language, package: pack, calls, names }: LanguageCoverage, tasks: number): string {
	const lines = [
		`${language}, ${pack.name} ${pack.version}: ${calls.bound.length} of ${tasks} tasks bound, ${calls.unsupported.length} unsupported, ${calls.missing.length} missing`,
	];
	if (calls.missing.length > 0) lines.push(`  missing: ${calls.missing.join(', ')}`);
	if (isNotVerified(names)) {
		lines.push(`  names not checked: ${[names.notVerified, names.remedy].filter(Boolean).join('. ')}`);
		return lines.join('\n');
	}
	const { found, absent, unseen } = names;
	lines.push(
		`  names: ${found} calls are there, ${absent.length} are not, ${unseen.length} only a request could follow to their end`,
	);
	// What several calls lack in the same place is one thing to mend.
	for (const [at, calls] of Map.groupBy(absent, (one) => one.at)) {
		const [first] = calls;
		if (!first) continue;
		const { task, style, call, name, hint } = first;
		const where =
			calls.length > 1 ? `${calls.length} calls by way of ${at}, such as ${task}` : `${task} (${style}): ${call}`;
		lines.push(`  ${where}: the SDK has no "${name}" there. ${hint}`);
	}
	return lines.join('\n');
}
