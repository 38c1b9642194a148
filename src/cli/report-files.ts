import type { ForeignResult } from '../verify/files/foreign-text.ts';
import type { ForeignFiles } from '../verify/files/read-files.ts';
import { type Reporter, reportProblems } from './report.ts';

/** Tells what a proof of documentation came to: every problem at its line, a line a language, and what was not tried. */
export function reportFiles(found: ForeignFiles, results: readonly ForeignResult[], reporter: Reporter): void {
	const problems = [...found.problems, ...results.flatMap((result) => result.problems)];
	if (reporter === 'json') {
		console.log(JSON.stringify({ problems: found.problems, results }, null, 2));
		return;
	}
	if (reporter === 'markdown') console.log(markdownTable(results));
	reportProblems(problems, reporter);
	if (reporter === 'github') return;
	const tell = reporter === 'markdown' ? console.log : console.error;
	if (reporter === 'text') for (const line of table(results)) tell(line);
	for (const line of untried(results)) tell(reporter === 'markdown' ? `- ${line}` : line);
	for (const line of leftAlone(found)) tell(reporter === 'markdown' ? `- ${line}` : line);
}

const outcomes = ['passed', 'failed', 'not verified'] as const;

function counts(results: readonly ForeignResult[]): [language: string, ...numbers: number[]][] {
	return [...Map.groupBy(results, ({ language }) => language)].map(([language, group]) => [
		language,
		...outcomes.map((outcome) => group.filter((result) => result.outcome === outcome).length),
	]);
}

function table(results: readonly ForeignResult[]): string[] {
	const rows = [['', ...outcomes], ...counts(results).map((row) => row.map(String))];
	const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
	return rows.map((row) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column)))).join('  '),
	);
}

function markdownTable(results: readonly ForeignResult[]): string {
	const rows = counts(results).map((row) => `| ${row.join(' | ')} |`);
	return [`| | ${outcomes.join(' | ')} |`, '|---|---|---|---|', ...rows, ''].join('\n');
}

/** What was not tried, at its place: it is never counted as passed. */
function untried(results: readonly ForeignResult[]): string[] {
	return results.flatMap(({ file, line, language, reason }) =>
		reason
			? [`${file}:${line} ${language}: not verified: ${[reason.notVerified, reason.remedy].filter(Boolean).join('. ')}`]
			: [],
	);
}

function leftAlone({ optedOut, others }: ForeignFiles): string[] {
	const names = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} (${count})`);
	return [
		...(optedOut > 0 ? [`${optedOut} left alone, as no-verify asks.`] : []),
		...(names.length > 0 ? [`Fences that no language here proves: ${names.join(', ')}.`] : []),
	];
}
