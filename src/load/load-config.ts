import { existsSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pointerTo, pointerTokens } from '../core/document.ts';
import type { Place, Problem } from '../core/problem.ts';
import type { Config } from './config.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { validateFile } from './validate.ts';

/** The files that a project can say its configuration in; it has one of them at most. */
export const configNames = ['yaml', 'yml', 'json', 'ts', 'mts', 'js', 'mjs'].map((end) => `specimen.config.${end}`);

/** What came of reading a project's configuration. */
export interface LoadedConfig {
	config: Config;
	/** Absent where the project has none. */
	source?: SourceFile;
	problems: Problem[];
}

/** Reads the configuration of the project in a folder; one without is welcome. What is wrong is in `problems`. */
export async function loadConfig(folder: string): Promise<LoadedConfig> {
	const [first, second] = configNames.map((name) => join(folder, name)).filter((file) => existsSync(file));
	if (!first) return { config: {}, problems: [] };
	const file = relative(process.cwd(), first);
	if (second) {
		const message = `There are two configurations: ${basename(first)} and ${basename(second)}.`;
		return { config: {}, problems: [fault('two-configs', message, 'Keep one of them.', startOf(file))] };
	}
	const source = /\.[mc]?[jt]s$/.test(file) ? await runConfig(file) : readSourceFile(file);
	if (source.problems.length > 0) return { config: {}, source, problems: source.problems };
	if (source.data === null) return { config: {}, source, problems: [] };
	const problems = validateFile(source, 'config');
	if (problems.length > 0) return { config: {}, source, problems };
	const config = source.data as Config;
	return { config, source, problems: missingFiles(config, source, folder) };
}

/** Runs a configuration that is a program. Its fields are found by their names, the first that is written so. */
async function runConfig(file: string): Promise<SourceFile> {
	const text = readFileSync(file, 'utf8');
	const locate = (pointer: string) => placeOfName(file, text, pointerTokens(pointer));
	const broken = (message: string, hint: string, place = startOf(file)): SourceFile => ({
		...{ file, text, locate },
		data: undefined,
		problems: [fault('broken-config', message, hint, place)],
	});
	try {
		// A changed file is another module, so that a server that goes on running reads it again.
		const address = `${pathToFileURL(resolve(file)).href}?${statSync(file).mtimeMs}`;
		const module = (await importModule(address)) as { default?: unknown };
		if (module.default === undefined)
			return broken(`${file} exports no default.`, 'Write `export default { … }` in it.');
		return { file, text, locate, data: structuredClone(module.default), problems: [] };
	} catch (error) {
		const { message, stack = '' } = error as Error;
		const [, line, column = '1'] = new RegExp(`${basename(file)}[^:\\n]*:(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
		const place = line ? { file, line: Number(line), column: Number(column) } : startOf(file);
		return broken(`It cannot be run: ${message}`, `Correct it, or write it as specimen.config.yaml.`, place);
	}
}

/** Imports a file as a module, whatever the `package.json` beside it says of its type. */
async function importModule(address: string): Promise<unknown> {
	const format = /\.m?ts\?/.test(address) ? 'module-typescript' : 'module';
	const hooks = registerHooks({
		load: (url, context, nextLoad) => nextLoad(url, url === address ? { ...context, format } : context),
	});
	try {
		return await import(address);
	} finally {
		hooks.deregister();
	}
}

function placeOfName(file: string, text: string, tokens: readonly string[]): Place {
	const name = tokens.findLast((token) => !/^\d+$/.test(token)) ?? '';
	const lines = text.split('\n');
	const word = name.replace(/[^\w-]/g, '\\$&');
	const written = (line: string) => line.search(new RegExp(`(?<![\\w-])["']?${word}["']?\\s*:`));
	const at = name === '' ? -1 : lines.findIndex((line) => written(line) >= 0);
	return at < 0 ? startOf(file) : { file, line: at + 1, column: written(lines[at] ?? '') + 1 };
}

/** Files and folders that the configuration names and that are not there. */
function missingFiles(config: Config, source: SourceFile, folder: string): Problem[] {
	const { logo } = config;
	const named = [
		...(typeof logo === 'string' ? [['/logo', logo] as const] : []),
		...Object.entries(typeof logo === 'object' ? logo : {}).map(([theme, path]) => [`/logo/${theme}`, path] as const),
		...(['spec', 'templates', 'guides'] as const).flatMap((name) =>
			config[name] ? [[pointerTo('', name), config[name]] as const] : [],
		),
	];
	return named
		.filter(([, path]) => !existsSync(join(folder, path)))
		.map(([pointer, path]) => ({
			...fault(
				'missing-file',
				`There is no ${path}.`,
				'Correct the path, or remove the field.',
				source.locate(pointer),
			),
			pointer,
		}));
}

function fault(code: string, message: string, hint: string, place: Place): Problem {
	return { severity: 'error', code, message, hint, place };
}

function startOf(file: string): Place {
	return { file, line: 1, column: 1 };
}
