import type { Result } from '../verify/result.ts';
import type { Reporter } from './report.ts';

type Reported = Result & { file: string };

/** Tells what a proof came to: a line a language and kind of sample, and every failure with its file and line. */
export function reportResults(results: readonly Reported[], reporter: Reporter, required: ReadonlySet<string>): void {
	if (reporter === 'json') {
		console.log(JSON.stringify({ results }, null, 2));
		return;
	}
	const failures = results.filter(({ outcome }) => outcome === 'failed');
	if (reporter === 'github') {
		for (const failure of failures) console.log(annotation(failure));
		return;
	}
	if (reporter === 'markdown') {
		console.log(markdownTable(results));
		return;
	}
	for (const { file, place, reasons, stoppedAt } of failures) {
		const at = `${file}:${place?.line ?? 1}:${place?.column ?? 1}`;
		console.error(`${at} error ${stoppedAt ?? 'proof'}\n${reasons.map((reason) => `  ${reason}`).join('\n')}\n`);
	}
	for (const line of table(results)) console.error(line);
	for (const line of untried(results, required)) console.error(line);
}

interface Row {
	name: string;
	proven: string;
	passed: number;
	failed: number;
	known: number;
	standIn: number;
	untried: number;
	seconds: number;
}

/** What is said before an SDK's name, by where it came from. */
const sources = { registry: '', copy: 'a local copy of ', 'stand-in': 'a stand-in for ' };

function rows(results: readonly Reported[]): Row[] {
	const byName = new Map<string, Reported[]>();
	for (const result of results) {
		const name = `${result.language} ${result.style === 'http' ? 'http' : 'sdk'}`;
		byName.set(name, [...(byName.get(name) ?? []), result]);
	}
	return [...byName].map(([name, group]) => {
		const count = (outcome: Result['outcome']) => group.filter((result) => result.outcome === outcome).length;
		const [first] = group;
		const sdk = first?.sdk && `${sources[first.sdk.source]}${first.sdk.name} ${first.sdk.version}`;
		return {
			name,
			proven: [sdk, first?.toolchain].filter(Boolean).join(' on '),
			passed: count('passed'),
			failed: count('failed'),
			known: count('known'),
			standIn: count('stand-in'),
			untried: count('not verified'),
			seconds: group.reduce((sum, { seconds }) => sum + seconds, 0),
		};
	});
}

function table(results: readonly Reported[]): string[] {
	const cells = [
		['', 'passed', 'failed', 'known', 'stand-in', 'not verified', 'seconds', ''],
		...rows(results).map((row) =>
			[row.name, row.passed, row.failed, row.known, row.standIn, row.untried, row.seconds.toFixed(1), row.proven].map(
				String,
			),
		),
	];
	const widths = cells[0]?.map((_cell, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
	return cells.map((row) =>
		row
			.map((cell, column) =>
				column === 0 || column === 7 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
			)
			.join('  ')
			.trimEnd(),
	);
}

/** What was not tried, each reason once: it is never counted as passed. */
function untried(results: readonly Reported[], required: ReadonlySet<string>): string[] {
	const reasons = new Map<string, number>();
	for (const {
		outcome,
		language,
		style,
		reasons: [reason],
	} of results) {
		if (outcome !== 'not verified' && outcome !== 'stand-in') continue;
		const must = required.has(language) || (style === 'http' && required.has('http'));
		const key = `${language} ${style === 'http' ? 'http' : 'sdk'}${must ? ' (required)' : ''}: ${outcome}: ${reason}`;
		reasons.set(key, (reasons.get(key) ?? 0) + 1);
	}
	return [...reasons.keys()];
}

function markdownTable(results: readonly Reported[]): string {
	const lines = rows(results).map(
		(row) =>
			`| ${row.name} | ${row.passed} | ${row.failed} | ${row.known} | ${row.standIn} | ${row.untried} | ${row.seconds.toFixed(1)} | ${row.proven} |`,
	);
	const failures = results
		.filter(({ outcome }) => outcome === 'failed')
		.map(({ file, reasons }) => `- \`${file}\`: ${reasons.join('; ')}`);
	return [
		'| | passed | failed | known | stand-in | not verified | seconds | run with |',
		'|---|---|---|---|---|---|---|---|',
		...lines,
		'',
		...failures,
	].join('\n');
}

function annotation({ file, place, reasons, stoppedAt }: Reported): string {
	const text = reasons.join('\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
	return `::error file=${file},line=${place?.line ?? 1},col=${place?.column ?? 1},title=${stoppedAt ?? 'proof'}::${text}`;
}
