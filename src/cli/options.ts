import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CredentialSource } from '../core/language.ts';
import { suggest } from '../core/suggest.ts';
import { apiName, findSpecs } from '../load/load-api.ts';
import type { Selection } from '../tree/plan-tree.ts';
import { commandLine } from './command-line.ts';
import { UsageError } from './exit-code.ts';
import { type Reporter, reporters } from './report.ts';
import type { Workspace } from './workspace.ts';

/** What `generate`, `check` and `verify` share. */
export interface TreeOptions {
	/** Each OpenAPI file with the tree that its samples go to. */
	apis: { file: string; out: string }[];
	selection: Selection;
	reporter: Reporter;
	credentials: CredentialSource;
}

/** The options that these commands have in common, as `parseArgs` takes them. */
export const treeOptions = {
	spec: { type: 'string', multiple: true },
	out: { type: 'string' },
	language: { type: 'string', multiple: true },
	style: { type: 'string', multiple: true },
	reporter: { type: 'string' },
	credentials: { type: 'string' },
} as const;

/** Reads the arguments that commands on whole trees share. Throws a `UsageError` that says what to write instead. */
export function readTreeOptions(
	args: string[],
	workspace: Workspace,
	accepted: typeof treeOptions = treeOptions,
): TreeOptions {
	const { values, positionals } = parseArgs({ args, options: accepted, allowPositionals: true });
	const { spec, samples } = workspace.folders;
	const files = readSpecs(values.spec, spec);
	if (values.out !== undefined && files.length > 1)
		throw new UsageError(`--out names one tree, but there are ${files.length} APIs. Name one with --spec FILE.`);
	return {
		apis: files.map((file) => ({ file, out: values.out ?? join(samples, apiName(file)) })),
		selection: readSelection(workspace, [...(values.language ?? [])], [...(values.style ?? [])], positionals),
		reporter: readChoice('reporter', values.reporter ?? 'text', reporters),
		credentials: readChoice('credentials', values.credentials ?? 'placeholder', ['placeholder', 'env'] as const),
	};
}

/** The OpenAPI files that `--spec` names, or else those below `spec/`. */
export function readSpecs(named: readonly string[] | undefined, folder: string): readonly string[] {
	const files = named ?? findSpecs(folder);
	if (files.length === 0) throw new UsageError(noSpecs(folder));
	for (const file of files) if (!existsSync(file)) throw new UsageError(`--spec ${file}: there is no such file.`);
	return files;
}

/** What to say where there is nothing to work on. */
export function noSpecs(folder: string): string {
	return `There is no ${folder}/*/openapi.yaml here. Name one with --spec FILE, or begin with: ${commandLine('init FILE')}`;
}

/** `--language python ruby`, `--language python,ruby` and `--language python --language ruby` all mean the same. */
function readSelection(
	{ languages }: Workspace,
	languageArgs: string[],
	styleArgs: string[],
	more: string[],
): Selection {
	const ids = languages.map(({ id }) => id);
	for (const word of more) {
		if (languageArgs.length > 0 && ids.includes(word)) languageArgs.push(word);
		else if (styleArgs.length > 0 && /^[a-z][a-z0-9-]*$/.test(word) && !ids.includes(word)) styleArgs.push(word);
		else throw new UsageError(`"${word}" belongs to no option.`);
	}
	const chosen = languageArgs.flatMap((text) => text.split(',')).filter(Boolean);
	for (const id of chosen)
		if (!ids.includes(id)) throw new UsageError(`--language ${id}: there is no such language. ${suggest(id, ids)}`);
	const styles = styleArgs.flatMap((text) => text.split(',')).filter(Boolean);
	return {
		...(chosen.length > 0 ? { languages: new Set(chosen) } : {}),
		...(styles.length > 0 ? { styles: new Set(styles) } : {}),
	};
}

/** One of a few words, or a `UsageError` that names them. */
export function readChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
	const found = choices.find((choice) => choice === value);
	if (found === undefined) throw new UsageError(`--${option} ${value}: choose ${choices.join(', ')}.`);
	return found;
}

/** The styles that an API has, for a selection to be held against. */
export function checkStyles(selection: Selection, known: readonly string[]): void {
	for (const style of selection.styles ?? []) {
		if (!known.includes(style))
			throw new UsageError(`--style ${style}: there is no such style. ${suggest(style, known)}`);
	}
}
