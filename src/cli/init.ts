import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { apiName, findSpecs } from '../load/load-api.ts';
import { commandLine } from './command-line.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { prepare } from './load.ts';
import { faultOfName, nameSpec, placeSpec } from './place-spec.ts';
import { reportProblems } from './report.ts';
import { configYaml, IGNORED, packageJson, WORKFLOW } from './starter-files.ts';
import type { Workspace } from './workspace.ts';

/** `specimen init FILE`: makes a project of an OpenAPI file, or adds an API to one. What is there already stays as it is. */
export async function init(args: string[], workspace: Workspace): Promise<ExitCode> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { name: { type: 'string' } } });
	const [file, stray] = positionals;
	if (!file) throw new UsageError('Name an OpenAPI file: specimen init openapi.yaml.');
	if (stray !== undefined) throw new UsageError(`"${stray}" is one argument too many.`);
	if (!existsSync(file)) throw new UsageError(`${file}: there is no such file.`);

	const { loaded, plan, problems } = prepare(file, {}, 'placeholder', workspace);
	reportProblems(problems, 'text');
	const { document } = loaded;
	if (!document || !plan || problems.some(({ severity }) => severity === 'error')) {
		console.error('Nothing was written.');
		return plan ? 1 : 2;
	}
	const { spec, samples } = workspace.folders;
	const told: string[] = [];
	const others = findSpecs(spec).map(apiName);
	const title = String((document.root.info as { title?: unknown } | undefined)?.title ?? 'API reference');
	const isInPlace = findSpecs(spec).some((known) => resolve(known) === resolve(file));
	const name = isInPlace ? apiName(file) : (values.name ?? nameSpec(file, title));
	if (!isInPlace) {
		const fault = faultOfName(name, join(spec, name));
		if (fault) throw new UsageError(`The name ${name}: ${fault}. Choose one: specimen init ${file} --name NAME.`);
		const { placed, problems: faults } = placeSpec(file, [...(document.others?.keys() ?? [])], join(spec, name));
		reportProblems(faults, 'text');
		if (faults.length > 0) {
			console.error('Nothing was written.');
			return 1;
		}
		told.push(`wrote ${placed}`);
	}
	told.push(...writeStarters(workspace, title));
	console.error(told.join('\n'));
	console.error(nextSteps(name, join(samples, name), others, workspace));
	return 0;
}

/** Writes what a project begins with, where it has none of it; says what was written and what stays as it is. */
function writeStarters({ root, configFile }: Workspace, title: string): string[] {
	const write = (file: string, text: string, there = existsSync(join(root, file))) => {
		if (there) return `kept  ${file}, as it is`;
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text, { flag: 'wx' });
		return `wrote ${file}`;
	};
	const folder = basename(resolve(root)).toLowerCase();
	return [
		write('package.json', packageJson(folder.replace(/[^a-z\d-]+/g, '-'))),
		configFile ? `kept  ${configFile}, as it is` : write('specimen.config.yaml', configYaml(title)),
		...(isPartOfRepository(root) ? [] : [write('.github/workflows/specimen.yml', WORKFLOW)]),
		...ignore(join(root, '.gitignore')),
	];
}

/** Workflows lie at the root of a repository, and nowhere else. */
function isPartOfRepository(root: string): boolean {
	if (existsSync(join(root, '.git'))) return false;
	for (let at = dirname(resolve(root)); at !== dirname(at); at = dirname(at))
		if (existsSync(join(at, '.git'))) return true;
	return false;
}

function ignore(file: string): string[] {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\//, ''));
	const missing = IGNORED.filter((line) => !lines.includes(line) && !lines.includes(line.replace(/\/$/, '')));
	if (missing.length === 0) return [];
	appendFileSync(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
	return [`wrote .gitignore: ${missing.join(' ')}`];
}

function nextSteps(name: string, samples: string, others: readonly string[], { root }: Workspace): string {
	const [first] = others.filter((other) => other !== name);
	const step = (command: string, does: string) => `  ${commandLine(command).padEnd(42)} ${does}`;
	return [
		'',
		...(isInstalled(root)
			? []
			: ['Specimen is not installed in this folder yet; the site needs it: npm install PACKAGE', '']),
		'Next:',
		step('generate', `write the samples, into ${samples}/`),
		step('verify --level parse', 'prove that each is well-formed; needs no language installed'),
		step('verify', 'run each, and compare what it sends with the description'),
		step('dev', 'look at the site'),
		...(first ? ['', `Is ${name} a version of ${first}? Then say so in the configuration, newest first:`] : []),
		...(first ? [`  versions: [{ ${name}: Version 2, ${first}: Version 1 }]`] : []),
	].join('\n');
}

function isInstalled(root: string): boolean {
	try {
		return createRequire(join(resolve(root), 'package.json')).resolve('specimen/package.json') !== '';
	} catch {
		return false;
	}
}
