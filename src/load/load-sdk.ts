import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArgumentSpec, Binding, BindingSpec, EachSpec, PackageSpec, Sdk, SdkProfile } from '../core/binding.ts';
import { asList, asObject, asText, type Json } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { validateFile } from './validate.ts';

/** What came of reading an API's bindings. */
export interface LoadedSdk {
	sdk?: Sdk;
	profiles: Map<string, SdkProfile>;
	problems: Problem[];
	files: string[];
}

/** Reads `sdk.yaml` and `sdk/<language>.yaml` of an API's folder. An API without them is welcome: nothing is read, nothing wrong. */
export function loadSdk(folder: string, languageIds: readonly string[]): LoadedSdk {
	const file = join(folder, 'sdk.yaml');
	if (!existsSync(file)) return { profiles: new Map(), problems: [], files: [] };
	const source = readSourceFile(file);
	const problems = [...source.problems];
	if (source.data === undefined) return { profiles: new Map(), problems, files: [file] };
	problems.push(...validateFile(source, 'sdk'));
	const sdk = problems.length === 0 ? readSdk(source) : undefined;
	const profiles = new Map<string, SdkProfile>();
	const files = [file];
	const profileFolder = join(folder, 'sdk');
	for (const name of existsSync(profileFolder) ? readdirSync(profileFolder).sort() : []) {
		if (!name.endsWith('.yaml')) continue;
		const path = join(profileFolder, name);
		files.push(path);
		const language = name.slice(0, -'.yaml'.length);
		if (!languageIds.includes(language)) {
			problems.push({
				severity: 'error',
				code: 'unknown-language',
				message: `"${language}" is no language of Specimen.`,
				hint: suggest(language, languageIds),
				place: { file: path, line: 1, column: 1 },
			});
			continue;
		}
		const profileSource = readSourceFile(path);
		const faults = profileSource.data === undefined ? profileSource.problems : validateFile(profileSource, 'profile');
		problems.push(...faults);
		if (faults.length === 0) profiles.set(language, readProfile(language, profileSource));
	}
	return { ...(sdk ? { sdk } : {}), profiles, problems, files };
}

function readSdk(source: SourceFile): Sdk {
	const data = asObject(source.data);
	return {
		name: asText(data.sdk) ?? '',
		styles: asObject(data.styles) as Sdk['styles'],
		tasks: asObject(data.tasks) as unknown as Sdk['tasks'],
		types: asObject(data.types) as Sdk['types'],
		bindings: readBindings(data.bindings),
		file: source.file,
		place: source.locate,
	};
}

function readProfile(language: string, source: SourceFile): SdkProfile {
	const data = asObject(source.data);
	const client = asObject(data.client);
	const errors = asObject(data.errors);
	const overrides = asObject(data.overrides);
	return {
		language,
		package: readPackage(data.package),
		styles: mapValues(asObject(data.styles), (style) => ({ package: readPackage(asObject(style).package) })),
		case: { path: 'snake', call: 'snake', name: 'snake', field: 'snake', variable: 'snake', ...asObject(data.case) },
		shape: { args: 'positional', options: 'option', ...asObject(data.shape) },
		client: {
			...(asText(client.variable) ? { variable: asText(client.variable) } : {}),
			construct: asText(client.construct) ?? '',
			args: readArguments(client.args),
			...(client.uses ? { uses: client.uses as string[] } : {}),
			...(client.fails === false ? { fails: false } : {}),
		},
		imports: asObject(data.imports) as Record<string, string>,
		errors: {
			idiom: 'exceptions',
			...errors,
			catch: asList(errors.catch) as string[],
			throws: asObject(errors.throws) as Record<string, string[]>,
		},
		types: asObject(data.types) as SdkProfile['types'],
		names: asObject(overrides.names) as Record<string, string>,
		styleDefaults: mapValues(asObject(overrides.styles), readCall),
		bindings: readBindings(overrides.bindings),
		notes: asList(data.notes) as string[],
		file: source.file,
		place: source.locate,
	};
}

/** Writes the version into the commands, which name it as `{version}`. */
function readPackage(node: unknown): PackageSpec {
	const data = asObject(node);
	const version = String(data.version);
	const command = (text: unknown) => String(text).replaceAll('{version}', () => version);
	const name = String(data.name);
	if (typeof data.install === 'string') return { name, version, install: command(data.install) };
	const managers = Object.entries(asObject(data.install)).map(([manager, text]) => ({
		name: manager,
		install: command(text),
	}));
	return { name, version, install: managers[0]?.install ?? '', managers };
}

function readBindings(data: unknown): Record<string, Binding> {
	return mapValues(asObject(data), (node) => {
		const binding = readCall(node);
		const { styles } = asObject(node);
		return styles === undefined ? binding : { ...binding, styles: mapValues(asObject(styles), readCall) };
	});
}

function readCall(node: unknown): BindingSpec {
	const { styles: _, ...data } = asObject(node);
	return {
		...(data as BindingSpec),
		...(data.args === undefined ? {} : { args: readArguments(data.args) }),
		...(data.options === undefined ? {} : { options: readArguments(data.options) }),
		...(data.each === undefined ? {} : { each: readEach(asObject(data.each)) }),
	};
}

function readEach(data: Json): EachSpec {
	return { ...(data as EachSpec), ...(data.args === undefined ? {} : { args: readArguments(data.args) }) };
}

function readArguments(list: unknown): ArgumentSpec[] {
	return asList(list).map((item) => {
		if (typeof item === 'string') return { value: item };
		const data = asObject(item);
		return { ...(data as ArgumentSpec), ...(data.fields === undefined ? {} : { fields: readArguments(data.fields) }) };
	});
}

function mapValues<T>(data: Json, read: (value: unknown) => T): Record<string, T> {
	return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, read(value)]));
}
