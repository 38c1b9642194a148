import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { printOverlay } from '../tree/overlay.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { prepare } from './load.ts';
import { readTreeOptions, treeOptions } from './options.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

/** `specimen overlay`: writes the samples of one API as an OpenAPI Overlay of `x-codeSamples`, or nothing where something is at fault. */
export async function overlay(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: treeOptions, allowPositionals: true });
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace);
	const [api, another] = apis;
	if (!api || another)
		throw new UsageError(`An overlay is of one API, and there are ${apis.length}. Name it with --spec FILE.`);
	const { loaded, plan, problems } = prepare(api.file, selection, credentials, workspace);
	if (!loaded.api || !loaded.document || !plan) {
		reportProblems(problems, reporter);
		return 2;
	}
	const made = printOverlay({
		api: loaded.api,
		document: loaded.document,
		samples: plan.samples.map(({ sample }) => sample),
		languages: workspace.languages,
	});
	const found = [...problems, ...made.problems];
	reportProblems(found, reporter);
	if (found.some(({ severity }) => severity === 'error')) {
		console.error('Nothing was written.');
		return 1;
	}
	if (values.out === undefined) process.stdout.write(made.text);
	else {
		writeFileSync(values.out, made.text);
		console.error(`${values.out}: ${plan.samples.length} samples.`);
	}
	return 0;
}
