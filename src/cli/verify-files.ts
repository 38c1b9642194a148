import { existsSync, writeFileSync } from 'node:fs';
import { credentialsOf } from '../core/credential.ts';
import type { Problem } from '../core/problem.ts';
import type { Api } from '../core/sample.ts';
import { loadApi } from '../load/load-api.ts';
import { proveFiles } from '../verify/files/prove-files.ts';
import { type ForeignFiles, readFiles } from '../verify/files/read-files.ts';
import { type ProofValues, proofValues } from '../verify/proof-values.ts';
import { type Level, levels } from '../verify/result.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { readChoice, readSpecs } from './options.ts';
import { type Reporter, reporters, reportProblems } from './report.ts';
import { reportFiles } from './report-files.ts';
import { untilStopped } from './until-stopped.ts';
import type { Workspace } from './workspace.ts';

/** What `specimen verify --files` was asked for. */
export interface FilesAsked {
	paths: readonly string[];
	spec?: readonly string[];
	level: Level;
	reporter: Reporter;
	/** Where every result is written as JSON. */
	report?: string;
}

/** Reads what `--files` goes with. Throws a `UsageError` for options that are for samples of our own. */
export function readFilesAsked(values: Readonly<Record<string, unknown>>, positionals: readonly string[]): FilesAsked {
	const {
		files = [],
		spec,
		level,
		reporter,
		report,
		...others
	} = values as {
		files?: string[];
		spec?: string[];
		level?: string;
		reporter?: string;
		report?: string;
	};
	const [other] = Object.keys(others);
	if (other !== undefined)
		throw new UsageError(`--${other} does not go with --files: it takes --spec, --level, --reporter and --report.`);
	return {
		paths: [...files, ...positionals],
		level: readChoice('level', level ?? 'run', levels),
		reporter: readChoice('reporter', reporter ?? 'text', reporters),
		...(spec ? { spec } : {}),
		...(report ? { report } : {}),
	};
}

/** `specimen verify --files`: proves the fences and sample files that a team's documentation has, without a binding. */
export async function verifyFiles(asked: FilesAsked, { languages, folders }: Workspace): Promise<ExitCode> {
	const { paths, level, reporter } = asked;
	for (const path of paths) if (!existsSync(path)) throw new UsageError(`--files ${path}: there is no such path.`);
	const found: ForeignFiles = readFiles(paths, languages);
	if (found.files === 0)
		throw new UsageError(`--files ${paths.join(' ')}: there is no Markdown, no MDX and no sample file.`);
	const apis: Api[] = [];
	// Only what is sent is held to a document.
	if (level === 'run') {
		const loaded = readSpecs(asked.spec, folders.spec).map((file) => loadApi(file, languages));
		const problems: Problem[] = loaded.flatMap((one) => one.problems);
		reportProblems(problems, reporter);
		if (problems.some(({ severity }) => severity === 'error')) return 2;
		apis.push(...loaded.flatMap(({ api }) => (api ? [api] : [])));
	}
	const operations = [...new Set(apis.flatMap(({ tasks }) => tasks.map(({ operation }) => operation)))];
	const values: ProofValues = Object.assign(
		{},
		...apis.flatMap((api) => api.tasks.map((task) => proofValues(api, task))),
	);
	const secrets = operations.flatMap(({ auth }) => credentialsOf(auth));
	const env = Object.fromEntries(secrets.map(({ name, env: variable }) => [variable, values[name] ?? '']));
	const signal = untilStopped();
	const results = await proveFiles({ texts: found.texts, level, operations, values, env, signal });
	if (asked.report) writeFileSync(asked.report, `${JSON.stringify({ level, results }, null, 2)}\n`);
	reportFiles(found, results, reporter);
	if (signal.aborted) return 2;
	return found.problems.length > 0 || results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
