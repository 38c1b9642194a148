import { writeTree } from '../tree/write-tree.ts';
import type { ExitCode } from './exit-code.ts';
import { prepare } from './load.ts';
import { readTreeOptions } from './options.ts';
import { reportProblems } from './report.ts';
import type { Workspace } from './workspace.ts';

/** `specimen generate`: writes every sample, or nothing where a spec, a binding or a template is at fault. */
export async function generate(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace);
	const prepared = apis.map(({ file, out }) => ({ out, ...prepare(file, selection, credentials, workspace) }));
	const problems = prepared.flatMap((api) => api.problems);
	reportProblems(problems, reporter);
	if (problems.some(({ severity }) => severity === 'error')) {
		console.error('Nothing was written.');
		return prepared.some(({ plan }) => !plan) ? 2 : 1;
	}
	for (const { plan, out } of prepared) {
		if (!plan) continue;
		const change = writeTree(out, plan.samples, selection);
		const { length: gaps } = plan.gaps;
		console.error(
			`${out}: ${change.written.length} written, ${change.unchanged} unchanged, ${change.deleted.length} deleted${gaps ? `, ${gaps} that no SDK call serves` : ''}.`,
		);
	}
	return 0;
}
