import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Problem } from '../core/problem.ts';
import { formats } from '../embed/fragment.ts';
import { compareFragments, type FragmentDrift, writeFragments } from '../embed/fragments-on-disk.ts';
import { planFragments } from '../embed/plan-fragments.ts';
import { apiName } from '../load/load-api.ts';
import { commandLine } from './command-line.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { prepare } from './load.ts';
import { readChoice, readTreeOptions, treeOptions } from './options.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

const options = { ...treeOptions, format: { type: 'string' }, check: { type: 'boolean' } } as const;

/** `specimen embed`: writes the samples of each task as a fragment for another documentation system, or checks them. */
export async function embed(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values } = parseArgs({ args, options, allowPositionals: true });
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace, options);
	if (values.format === undefined) throw new UsageError(`Name a format with --format: ${formats.join(', ')}.`);
	const format = readChoice('format', values.format, formats);
	const found: Problem[] = [];
	for (const { file } of apis) {
		const out = values.out ?? join('embed', apiName(file));
		const { loaded, plan, problems } = prepare(file, selection, credentials, workspace);
		found.push(...problems);
		if (!loaded.api || !plan || problems.some(({ severity }) => severity === 'error')) {
			reportProblems(found, reporter);
			if (reporter === 'json') console.log(JSON.stringify({ problems: found }, null, 2));
			console.error(`Nothing was written to ${out}.`);
			return plan ? 1 : 2;
		}
		const samples = plan.samples.map(({ sample }) => sample);
		const files = await planFragments({ api: loaded.api, samples, languages: workspace.languages, format });
		if (values.check) found.push(...driftProblems(out, compareFragments(out, files), format));
		else tell(out, writeFragments(out, files));
	}
	reportProblems(found, reporter);
	if (reporter === 'json') console.log(JSON.stringify({ problems: found }, null, 2));
	return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function driftProblems(out: string, { missing, stale, leftOver }: FragmentDrift, format: string): Problem[] {
	const problem = (code: string, name: string, fact: string): Problem => ({
		severity: 'error',
		code,
		message: `${out}/${name} ${fact}.`,
		hint: `Run \`${commandLine(`embed --format ${format}`)}\` and commit the result.`,
		place: { file: `${out}/${name}`, line: 1, column: 1 },
	});
	return [
		...missing.map((name) => problem('missing', name, 'should be there, and is not')),
		...stale.map((name) => problem('stale', name, 'is not what the spec says')),
		...leftOver.map((name) => problem('left-over', name, 'serves no task of the spec')),
	];
}

function tell(out: string, { missing, stale, leftOver, unchanged }: FragmentDrift): void {
	const written = missing.length + stale.length;
	console.error(`${out}: ${written} written, ${leftOver.length} deleted, ${unchanged} unchanged.`);
}
