import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from '../core/suggest.ts';
import { loadKnownIssues } from '../load/known-issues.ts';
import { tryUpgrade } from '../verify/upgrade.ts';
import { commandLine } from './command-line.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { type Prepared, prepare } from './load.ts';
import { movePin } from './move-pin.ts';
import { noSpecs, readSpecs } from './options.ts';
import { showProgress } from './progress.ts';
import { reportProblems } from './report.ts';
import { untilStopped } from './until-stopped.ts';
import { upgradeTable } from './upgrade-table.ts';
import type { Workspace } from './workspace.ts';

/** `specimen upgrade LANGUAGE VERSION`: proves the samples of one language with another version of its SDK. */
export async function upgrade(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { spec: { type: 'string' }, write: { type: 'boolean' } },
	});
	const { languages, folders } = workspace;
	const [id, version, stray] = positionals;
	if (id === undefined || version === undefined)
		throw new UsageError('Name a language and a version: specimen upgrade python 4.60.0.');
	if (stray !== undefined) throw new UsageError(`"${stray}" is one argument too many.`);
	if (!/^[\w.+-]+$/.test(version)) throw new UsageError(`"${version}" is no version.`);
	const language = languages.find((known) => known.id === id);
	if (!language)
		throw new UsageError(
			`There is no language "${id}". ${suggest(
				id,
				languages.map((known) => known.id),
			)}`,
		);

	const prepared = findApi(
		id,
		readSpecs(values.spec === undefined ? undefined : [values.spec], folders.spec),
		workspace,
	);
	const { api, folder } = prepared.loaded;
	const { issues, problems } = loadKnownIssues(folder);
	const found = [...prepared.problems, ...problems];
	reportProblems(found, 'text');
	if (!api || !prepared.plan || found.some(({ severity }) => severity === 'error')) return 2;
	const profile = api.profiles.get(id);
	if (!profile) throw new UsageError(`${api.name} has no bindings for ${language.label}.`);
	const { package: pack, file } = profile;
	if (pack.version === version) throw new UsageError(`${pack.name} ${version} is what is pinned already.`);

	const signal = untilStopped();
	const progress = showProgress('text');
	const { samples, gaps } = prepared.plan;
	const outcome = await tryUpgrade({
		...{ api, language, pack, version, gaps, issues, signal },
		samples: samples
			.filter(({ sample }) => sample.package?.name === pack.name && sample.package.version === pack.version)
			.map((planned) => ({ ...planned, text: planned.sample.code, edited: false })),
		cache: { before: resolve('.cache/sdk'), after: resolve('.cache/upgrade') },
		tell: progress.tell,
	});
	progress.end();
	if (signal.aborted) return 2;
	if ('notInstalled' in outcome) {
		console.error(`specimen: ${pack.name} ${version} was not tried: ${outcome.notInstalled}`);
		return 2;
	}
	console.log(upgradeTable(`${language.label}: ${pack.name} ${pack.version} → ${version}`, outcome.rows));
	for (const { reason } of outcome.goneIssues) console.log(`\nA known issue does not show any more: ${reason}`);
	if (values.write) writePin(file, version);
	return outcome.rows.some(({ worse }) => worse) ? 1 : 0;
}

function findApi(language: string, files: readonly string[], workspace: Workspace): Prepared {
	const selection = { languages: new Set([language]) };
	const prepared = files.map((file) => prepare(file, selection, 'placeholder', workspace));
	const found = prepared.find(({ loaded }) => loaded.api?.profiles.has(language)) ?? prepared[0];
	if (!found) throw new UsageError(noSpecs(workspace.folders.spec));
	return found;
}

function writePin(file: string, version: string): void {
	const moved = movePin(readFileSync(file, 'utf8'), version);
	if (moved === undefined) throw new UsageError(`${file} pins no version under package.`);
	writeFileSync(file, moved);
	console.error(`${file} pins ${version} now. Next: ${commandLine('generate')}`);
}
