import { structuredPatch } from 'diff';
import type { Problem } from '../core/problem.ts';
import { readOperations } from '../core/read-operations.ts';
import { startLinting } from '../load/lint-thread.ts';
import { loadMock } from '../load/load-mock.ts';
import { compareTree, type Drift } from '../tree/compare-tree.ts';
import { parseManifest, printManifest } from '../tree/manifest.ts';
import type { Selection, TreePlan } from '../tree/plan-tree.ts';
import { readTree, type TreeOnDisk } from '../tree/read-tree.ts';
import { commandLine } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { prepare } from './load.ts';
import { readTreeOptions } from './options.ts';
import { type Reporter, reportProblems } from './report.ts';
import { reportDrift } from './report-drift.ts';
import type { Workspace } from './workspace.ts';

/** `specimen check`: holds spec, bindings and the samples on disk against each other. */
export async function check(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace);
	const problems: Problem[] = [];
	const drifts: { out: string; drift: Drift[] }[] = [];
	let unreadable = false;
	for (const { file, out } of apis) {
		const linting = startLinting(file);
		try {
			const { plan, loaded, problems: found } = prepare(file, selection, credentials, workspace);
			problems.push(...found);
			if (loaded.document) problems.push(...loadMock(loaded.folder, readOperations(loaded.document)).problems);
			unreadable ||= !plan;
			// Samples of a spec that is at fault would differ for that reason alone.
			if (plan && !found.some(({ severity }) => severity === 'error')) {
				const disk = readTree(out);
				const drift = compareTree(plan.samples, disk, selection);
				drifts.push({ out, drift });
				if (drift.length === 0) problems.push(...checkManifest(plan, disk, out, selection));
			}
			if (plan) problems.push(...(await linting.findings()).filter((finding) => !isTold(finding, found)));
		} finally {
			await linting.stop();
		}
	}
	report(problems, drifts, reporter);
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const drifted = drifts.reduce((sum, { drift }) => sum + drift.length, 0);
	if (reporter === 'text') {
		const warnings = problems.length - errors;
		const told = [
			count(errors, 'error'),
			count(warnings, 'warning'),
			drifted && `${count(drifted, 'file')} out of step`,
		].filter(Boolean);
		if (told.length > 0) console.error(`Found ${told.join(', ')}.`);
		if (errors + drifted === 0) console.error(`${drifts.map(({ out }) => out).join(', ')}: in step with the spec.`);
		if (drifts.length < apis.length) console.error('Samples were not compared: mend the errors first.');
		if (drifted > 0 && errors === 0) console.error(`Run \`${commandLine('generate')}\` and commit the result.`);
	}
	if (unreadable) return 2;
	return errors + drifted > 0 ? 1 : 0;
}

/** `1 error`, `2 errors`; nothing for none. */
function count(number: number, noun: string): string {
	return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The manifest is part of what `generate` writes: it has to say what lies beside it. */
function checkManifest(plan: TreePlan, disk: TreeOnDisk, out: string, selection: Selection): Problem[] {
	const place = { file: `${out}/manifest.json`, line: 1, column: 1 };
	const hint = `Run \`${commandLine('generate')}\`.`;
	if (disk.broken)
		return [{ severity: 'error', code: 'broken-manifest', message: `${place.file} is no manifest.`, hint, place }];
	if (!disk.manifest)
		return [{ severity: 'error', code: 'missing-manifest', message: `There is no ${place.file}.`, hint, place }];
	if (selection.languages || selection.styles) return [];
	const expected = printManifest(plan.samples.map(({ entry }) => entry));
	const actual = printManifest(disk.manifest);
	if (expected === actual || parseManifest(expected)?.length === undefined) return [];
	const changed = expected.split('\n').findIndex((line, index) => line !== actual.split('\n')[index]);
	return [
		{
			severity: 'error',
			code: 'stale-manifest',
			message: `${place.file} does not list what the spec says.`,
			hint,
			place: { ...place, line: changed + 1 },
		},
	];
}

/** The loader and the linter see some of the same faults; each is told once. */
function isTold(finding: Problem, told: readonly Problem[]): boolean {
	return told.some(
		({ place }) => place !== undefined && place.file === finding.place?.file && place.line === finding.place.line,
	);
}

function report(problems: readonly Problem[], drifts: { out: string; drift: Drift[] }[], reporter: Reporter): void {
	if (reporter === 'json') {
		const drift = drifts.flatMap(({ out, drift }) =>
			drift.map(({ kind, path, onDisk, expected }) => ({
				kind,
				file: `${out}/${path}`,
				...firstChange(onDisk, expected),
			})),
		);
		console.log(JSON.stringify({ problems, drift }, null, 2));
		return;
	}
	reportProblems(problems, reporter);
	for (const { out, drift } of drifts) reportDrift(out, drift, reporter);
}

/** The line where two texts part, counted from 1 in the file on the disk. */
export function firstChange(onDisk = '', expected = ''): { line: number } {
	const [hunk] = structuredPatch('', '', onDisk, expected, '', '', { context: 0 }).hunks;
	return { line: Math.max(1, hunk?.oldStart ?? 1) };
}
