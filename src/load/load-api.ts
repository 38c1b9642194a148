import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Document } from '../core/document.ts';
import type { Language } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import { readOperations } from '../core/read-operations.ts';
import type { Api } from '../core/sample.ts';
import { listTasks } from '../core/task.ts';
import { checkNames } from './check-names.ts';
import { checkFormerIds } from './former-ids.ts';
import { loadDocument } from './load-document.ts';
import { loadSdk } from './load-sdk.ts';

/** An API with everything that was read for it. */
export interface LoadedApi {
	/** Absent where the description could not be read. */
	api?: Api;
	document?: Document;
	/** The OpenAPI file. */
	file: string;
	/** The folder that holds it, with its bindings and authored samples. */
	folder: string;
	problems: Problem[];
	/** Every file that was read, so that a watcher can watch it. */
	files: string[];
}

/**
 * Reads one API: its OpenAPI file, and the bindings beside it. Nothing is thrown; what is wrong is in `problems`.
 * With `keepGoing` the operations that are not at fault are there all the same.
 */
export function loadApi(
	file: string,
	languages: readonly Language[],
	options: { keepGoing?: boolean } = {},
): LoadedApi {
	const folder = dirname(file);
	const { document, problems, files } = loadDocument(file);
	const {
		sdk,
		profiles,
		problems: sdkProblems,
		files: sdkFiles,
	} = loadSdk(
		folder,
		languages.map(({ id }) => id),
	);
	const loaded = { file, folder, problems: [...problems, ...sdkProblems], files: [...files, ...sdkFiles] };
	if (!document || (problems.length > 0 && !options.keepGoing)) return loaded;
	const unreadable: Problem[] = [];
	const operations = readOperations(document, (problem) => unreadable.push(problem));
	loaded.problems.push(...unreadable);
	if (unreadable.length > 0 && !options.keepGoing) return loaded;
	const ids = operations.map(({ id }) => id);
	if (sdk) loaded.problems.push(...checkNames(sdk, profiles, ids));
	loaded.problems.push(...sameIds(document, operations));
	const distinct = operations.filter(({ id }, index) => ids.indexOf(id) === index);
	const tasks = listTasks(distinct, sdk?.tasks);
	loaded.problems.push(...checkFormerIds(document, tasks, sdk));
	const api: Api = {
		name: apiName(file),
		tasks,
		...(sdk ? { sdk } : {}),
		profiles,
	};
	return { ...loaded, api, document };
}

/** The OpenAPI files below a folder such as `spec/`: one in each of its folders. */
export function findSpecs(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.sort()
		.flatMap((name) => ['openapi.yaml', 'openapi.yml', 'openapi.json'].map((file) => join(folder, name, file)))
		.filter((file) => existsSync(file) && statSync(file).isFile());
}

/** An API is named as its folder, or as its file where the file is not called `openapi`. */
export function apiName(file: string): string {
	const name = basename(file).replace(/\.(ya?ml|json)$/i, '');
	return name === 'openapi' ? basename(dirname(file === basename(file) ? join(process.cwd(), file) : file)) : name;
}

function sameIds(document: Document, operations: readonly { id: string; pointer: string }[]): Problem[] {
	const seen = new Set<string>();
	return operations.flatMap(({ id, pointer }): Problem[] => {
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		const at = `${pointer}/operationId`;
		return [
			{
				severity: 'error',
				code: 'same-operation-id',
				message: `The operationId "${id}" is used twice.`,
				hint: 'Give each operation an id of its own.',
				pointer: at,
				place: document.place(at) ?? { file: document.file, line: 1, column: 1 },
			},
		];
	});
}
