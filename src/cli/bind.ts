import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languages as allLanguages } from '../../templates/index.ts';
import { NO_VERSION } from '../bind/begin-profile.ts';
import { planSdkFile } from '../bind/bind-files.ts';
import { coverLanguage, type LanguageCoverage, planProfile } from '../bind/bind-language.ts';
import { credentialsOf } from '../core/credential.ts';
import type { Language } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import { readOperations } from '../core/read-operations.ts';
import type { Api } from '../core/sample.ts';
import { suggest } from '../core/suggest.ts';
import { listTasks } from '../core/task.ts';
import { checkNames } from '../load/check-names.ts';
import { apiName } from '../load/load-api.ts';
import { loadDocument } from '../load/load-document.ts';
import { loadSdk } from '../load/load-sdk.ts';
import { isNotVerified } from '../verify/not-verified.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { readChoice, readSpecs } from './options.ts';
import { reportProblems } from './report.ts';
import { hasAbsentNames, reportCoverage } from './report-coverage.ts';
import type { Workspace } from './workspace.ts';

const ids = allLanguages.map(({ id }) => id);
const isError = ({ severity }: Problem) => severity === 'error';

/** `specimen bind`: begins the bindings of an API's SDKs, and holds those there are against the SDKs themselves. */
export async function bind(args: string[], workspace: Workspace): Promise<ExitCode> {
	const options = readOptions(args, workspace);
	const { spec, folder, chosen, reporter } = options;
	const { document, problems } = loadDocument(spec);
	if (!document || problems.some(isError)) {
		reportProblems(problems, 'text');
		return 2;
	}
	const operations = readOperations(document);
	const begun = loadSdk(folder, ids);
	if (begun.problems.some(isError)) {
		reportProblems(begun.problems, 'text');
		console.error('Nothing was written.');
		return 2;
	}
	const name = apiName(spec);
	const tasks = listTasks(operations, begun.sdk?.tasks);
	const bound = new Set(Object.keys(begun.sdk?.bindings ?? {}));
	const sdkFile = planSdkFile(folder, { name: begun.sdk?.name ?? name, openapi: spec, tasks, bound });
	if (!sdkFile)
		throw new UsageError(`${folder}/sdk.yaml: write "bindings" one below the other, then they can be added to.`);
	const credentials = credentialsOf(operations.flatMap(({ auth }) => auth)).map((credential) => credential.name);
	const files = [{ file: sdkFile.file, text: sdkFile.text, before: sdkFile.before }];
	for (const language of chosen) {
		const pack = options.package ?? { name, version: NO_VERSION };
		const planned = await planProfile(folder, language, pack, credentials, resolve('.cache/sdk'));
		if (isNotVerified(planned)) {
			console.error(
				`specimen: ${language.label}: ${[planned.notVerified, planned.remedy].filter(Boolean).join('. ')}.`,
			);
			console.error('Nothing was written.');
			return 2;
		}
		if (planned) files.push({ ...planned, before: undefined });
		else if (options.package)
			throw new UsageError(
				`${folder}/sdk/${language.id}.yaml is there and names its package: edit it, or leave --package out.`,
			);
	}
	for (const { file, text, before } of files) write(file, text, before, sdkFile.added.length);

	const { sdk, profiles, problems: faults } = loadSdk(folder, ids);
	const found = [
		...faults,
		...(sdk
			? checkNames(
					sdk,
					profiles,
					operations.map(({ id }) => id),
				)
			: []),
	];
	const api: Api = { name, tasks: listTasks(operations, sdk?.tasks), ...(sdk ? { sdk } : {}), profiles };
	const covered: LanguageCoverage[] = [];
	for (const language of chosen) {
		const coverage = await coverLanguage(api, language, resolve('.cache/sdk'));
		if (coverage) covered.push(coverage);
	}
	found.push(...covered.flatMap(({ calls }) => calls.problems));
	reportCoverage(covered, found, api.tasks.length, reporter);
	return found.some(isError) || covered.some(hasAbsentNames) ? 1 : 0;
}

function write(file: string, text: string, before: string | undefined, added: number): void {
	if (text === before) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	console.error(
		before === undefined ? `${file}: begun. Look at what is marked as guessed.` : `${file}: ${added} added.`,
	);
}

interface BindOptions {
	spec: string;
	/** Where `sdk.yaml` and `sdk/` lie. */
	folder: string;
	chosen: Language[];
	package?: { name: string; version: string };
	reporter: 'text' | 'json';
}

function readOptions(args: string[], { languages, folders }: Workspace): BindOptions {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			spec: { type: 'string' },
			out: { type: 'string' },
			language: { type: 'string', multiple: true },
			package: { type: 'string' },
			reporter: { type: 'string' },
		},
	});
	const specs = readSpecs(values.spec === undefined ? undefined : [values.spec], folders.spec);
	const [spec = ''] = specs;
	if (specs.length > 1) throw new UsageError(`There are ${specs.length} APIs here. Name one with --spec FILE.`);
	const words = [...(values.language ?? []).flatMap((text) => text.split(',')), ...positionals].filter(Boolean);
	if (words.length === 0) throw new UsageError('Name the languages to bind: specimen bind --language python node.');
	const chosen = [...new Set(words)].map((id) => {
		const language = languages.find((one) => one.id === id && one.sdk);
		const bindable = languages.filter((one) => one.sdk).map((one) => one.id);
		if (!language)
			throw new UsageError(`--language ${id}: there is no such language to bind. ${suggest(id, bindable)}`);
		return language;
	});
	const pack = values.package === undefined ? undefined : readPackage(values.package, chosen);
	return {
		spec,
		folder: values.out ?? dirname(spec),
		chosen,
		...(pack ? { package: pack } : {}),
		reporter: readChoice('reporter', values.reporter ?? 'text', ['text', 'json'] as const),
	};
}

/** `stripe@16.1.0`; a scope's own `@` stands first. */
function readPackage(text: string, chosen: readonly Language[]): { name: string; version: string } {
	const [, name, version] = /^(.+)@v?([\w.+-]+)$/.exec(text) ?? [];
	if (!name || !version) throw new UsageError(`--package ${text}: write NAME@VERSION.`);
	if (chosen.length > 1)
		throw new UsageError('--package names the SDK of one language: bind the others by themselves.');
	return { name, version };
}
