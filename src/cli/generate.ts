import { parseArgs } from 'node:util';
import { writeTree } from '../tree/write-tree.ts';
import type { ExitCode } from './exit-code.ts';
import { prepare } from './load.ts';
import { readTreeOptions, treeOptions } from './options.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

const options = { ...treeOptions, 'keep-going': { type: 'boolean' } } as const;

/**
 * `specimen generate`: writes every sample, or nothing where a spec, a binding or a template is at fault. With
 * `--keep-going` what is not at fault is written, and the exit code still says that something is.
 */
export async function generate(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace, options);
	const keepGoing = parseArgs({ args, options, allowPositionals: true }).values['keep-going'] === true;
	const prepared = apis.map(({ file, out }) => ({
		out,
		...prepare(file, selection, credentials, workspace, { keepGoing }),
	}));
	const problems = prepared.flatMap((api) => api.problems);
	reportProblems(problems, reporter);
	const atFault = problems.some(({ severity }) => severity === 'error');
	const unreadable = prepared.some(({ plan }) => !plan);
	if (atFault && (!keepGoing || prepared.every(({ plan }) => !plan))) {
		console.error('Nothing was written.');
		return unreadable ? 2 : 1;
	}
	for (const { plan, out } of prepared) {
		if (!plan) continue;
		const change = writeTree(out, plan.samples, selection);
		const { length: gaps } = plan.gaps;
		console.error(
			`${out}: ${change.written.length} written, ${change.unchanged} unchanged, ${change.deleted.length} deleted${gaps ? `, ${gaps} that no SDK call serves` : ''}.`,
		);
	}
	if (atFault) console.error('What is at fault was left out.');
	return atFault ? 1 : 0;
}
