import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import type { Api } from '../core/sample.ts';
import { suggest } from '../core/suggest.ts';
import { loadKnownIssues } from '../load/known-issues.ts';
import { type Proof, prove } from '../verify/prove.ts';
import { readRecord, writeRecord } from '../verify/record.ts';
import { levels, type Result } from '../verify/result.ts';
import type { SampleOnDisk } from '../verify/subject.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { prepare } from './load.ts';
import { readChoice, readTreeOptions, treeOptions } from './options.ts';
import { showProgress } from './progress.ts';
import { reportProblems } from './report.ts';
import { reportResults } from './report-results.ts';
import { samplesOnDisk } from './samples-on-disk.ts';
import { readCredentials, readServer } from './sandbox-options.ts';
import { untilStopped } from './until-stopped.ts';
import { readFilesAsked, verifyFiles } from './verify-files.ts';
import type { Workspace } from './workspace.ts';

const options = {
	...treeOptions,
	level: { type: 'string' },
	report: { type: 'string' },
	record: { type: 'boolean' },
	require: { type: 'string', multiple: true },
	shard: { type: 'string' },
	changed: { type: 'boolean' },
	'stand-ins': { type: 'string' },
	server: { type: 'string' },
	files: { type: 'string', multiple: true },
} as const;

/** `specimen verify`: proves the samples on disk, and says what was not tried. */
export async function verify(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	if (values.files) return verifyFiles(readFilesAsked(values, positionals), workspace);
	const { languages, folders } = workspace;
	const { apis, selection, reporter, credentials } = readTreeOptions(args, workspace, options);
	if (credentials === 'env')
		throw new UsageError(
			'verify puts its own values in place of placeholders: --credentials env is for generate and sample.',
		);
	const level = readChoice('level', values.level ?? 'run', levels);
	const required = readRequired(values.require ?? [], languages);
	const shard = readShard(values.shard);
	const standIns = values['stand-ins'];
	if (standIns !== undefined && !existsSync(standIns))
		throw new UsageError(`--stand-ins ${standIns}: there is no such folder.`);
	const server = values.server === undefined ? undefined : readServer(values.server);
	if (server && (values.record || values.changed || values.require || level !== 'run'))
		throw new UsageError('--server proves nothing: it goes without --record, --changed, --require and --level.');
	const signal = untilStopped();
	const all: { out: string; results: Result[] }[] = [];
	let failed = false;
	for (const { file, out } of apis) {
		const prepared = prepare(file, selection, credentials, workspace);
		const { issues, problems } = loadKnownIssues(prepared.loaded.folder);
		const found = [...prepared.problems, ...problems];
		reportProblems(found, reporter);
		if (!prepared.plan || !prepared.loaded.api || found.some(({ severity }) => severity === 'error'))
			return prepared.plan ? 1 : 2;
		const { samples, missing } = samplesOnDisk(prepared, out);
		reportProblems(missing, reporter);
		failed ||= missing.length > 0;
		const record = join(folders.proof, `${prepared.loaded.api.name}.json`);
		const chosen = choose(samples, values.changed ? record : undefined, shard);
		const proof: Proof = {
			api: prepared.loaded.api,
			languages,
			samples: chosen,
			level,
			// What is known of the proof says nothing of somebody else's server.
			issues: server ? [] : issues,
			judges: ({ language }) => {
				if (values.changed || shard.of > 1 || selection.styles) return false;
				return !selection.languages || (language !== undefined && selection.languages.has(language));
			},
			cache: resolve('.cache/sdk'),
			...(standIns ? { standIns } : {}),
			...(server ? { sandbox: { url: server, credentials: readCredentials(prepared.loaded.api) } } : {}),
			signal,
		};
		const progress = showProgress(reporter);
		const { results, unusedIssues } = await prove({ ...proof, tell: progress.tell });
		progress.end();
		reportProblems(unusedIssues.map(unused), reporter);
		failed ||= unusedIssues.length > 0 || results.some((result) => isFailure(result, required, prepared.loaded.api));
		if (values.record && !signal.aborted)
			writeRecord(
				record,
				worthRecording(results, record),
				new Set(prepared.plan.samples.map(({ entry }) => entry.path)),
			);
		all.push({ out, results });
	}
	const results = all.flatMap(({ out, results }) =>
		results.map((result) => ({ ...result, file: `${out}/${result.path}` })),
	);
	if (values.report) writeFileSync(values.report, `${JSON.stringify({ level, results }, null, 2)}\n`);
	reportResults(results, reporter, required);
	if (signal.aborted) return 2;
	return failed ? 1 : 0;
}

/** Whether a result turns the run red: it failed, or it is no proof although its language is required. */
function isFailure({ outcome, language, style }: Result, required: Required, api: Api | undefined): boolean {
	if (outcome === 'failed') return true;
	if ((outcome !== 'not verified' && outcome !== 'stand-in') || !api) return false;
	return required.has(language) || (style === 'http' && required.has('http'));
}

type Required = ReadonlySet<string>;

function readRequired(words: readonly string[], languages: readonly Language[]): Required {
	const known = ['http', ...languages.map(({ id }) => id)];
	const names = words.flatMap((word) => word.split(',')).filter(Boolean);
	for (const name of names)
		if (!known.includes(name))
			throw new UsageError(`--require ${name}: there is no such language. ${suggest(name, known)}`);
	return new Set(names);
}

/** `2/4`: the second of four equal parts. */
function readShard(text: string | undefined): { part: number; of: number } {
	if (text === undefined) return { part: 1, of: 1 };
	const [part, of] = text.split('/').map(Number);
	if (!part || !of || !Number.isInteger(part) || !Number.isInteger(of) || part > of)
		throw new UsageError(`--shard ${text}: write part/parts, for example 2/4.`);
	return { part, of };
}

/** What a stand-in shows does not take away what was proven of the same file with the SDK itself. */
function worthRecording(results: Result[], record: string): Result[] {
	const proven = new Map(
		readRecord(record)
			.filter(isProof)
			.map((line) => [line.path, line.sha256]),
	);
	return results.filter(({ outcome, path, sha256 }) => outcome !== 'stand-in' || proven.get(path) !== sha256);
}

function isProof({ outcome }: { outcome: Result['outcome'] }): boolean {
	return outcome === 'passed' || outcome === 'known';
}

function choose(
	samples: SampleOnDisk[],
	record: string | undefined,
	{ part, of }: { part: number; of: number },
): SampleOnDisk[] {
	const proven = new Map(record ? readRecord(record).map((line) => [line.path, line]) : []);
	return samples
		.filter(({ entry }) => {
			const line = proven.get(entry.path);
			return !(line?.sha256 === entry.sha256 && line.level === 'run' && isProof(line));
		})
		.filter((_sample, index) => index % of === part - 1);
}

function unused({ place, reason }: { place: Problem['place']; reason: string }): Problem {
	const at = place ? { place } : {};
	return {
		severity: 'error',
		code: 'issue-gone',
		message: `This known issue does not show any more: ${reason}`,
		hint: 'Delete the entry.',
		...at,
	};
}
