import { join } from 'node:path';
import settings from 'virtual:specimen/settings';
import { languages as allLanguages } from '../../../templates/index.ts';
import type { Document } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import type { Api, Gap, Sample } from '../../core/sample.ts';
import type { Task } from '../../core/task.ts';
import { findSpecs, loadApi } from '../../load/load-api.ts';
import { loadAuthored } from '../../load/load-authored.ts';
import { type Change, loadChanges } from '../../load/load-changes.ts';
import { chooseStyles } from '../../tree/choose-styles.ts';
import type { ManifestEntry } from '../../tree/manifest.ts';
import { planTree } from '../../tree/plan-tree.ts';

import { type KnownNote, loadKnownNotes } from './known-notes.ts';
import { languages } from './languages.ts';
import { pathNames } from './path-names.ts';
import { type Proof, readProofs } from './proofs.ts';

const KEPT = Symbol.for('specimen.apis');

/** What could last be read, by file; it outlives a reload of this module. */
const keep = globalThis as { [KEPT]?: Map<string, SiteApi> };
const kept = keep[KEPT] ?? new Map<string, SiteApi>();
keep[KEPT] = kept;

/** An API as its pages need it: read, and every sample rendered. */
export interface SiteApi {
	/** The folder's name, which begins the address of its pages: `plivo`. */
	name: string;
	title: string;
	summary?: string;
	/** The OpenAPI file. */
	file: string;
	document: Document;
	tasks: readonly Task[];
	/** The same by their ids. */
	tasksById: ReadonlyMap<string, Task>;
	/** The same by the last part of their addresses. */
	tasksByPath: ReadonlyMap<string, Task>;
	api: Api;
	/** The tags that tasks have, in the document's order; tasks without one come last, under no name. */
	tags: readonly Tag[];
	/** The last part of each task's address, by the task's id: `remove-shortcode`. */
	paths: ReadonlyMap<string, string>;
	/** What stands for each task, language after language, its styles in order. */
	samples: ReadonlyMap<string, readonly (Sample | Gap)[]>;
	/** What was proven of samples that are shown as they were proven. */
	proofs: ReadonlyMap<Sample, Proof>;
	/** What readers are told of known issues. */
	knownNotes: readonly KnownNote[];
	/** The samples as `manifest.json` lists them. */
	manifest: readonly ManifestEntry[];
	/** Its history, newest first. */
	changes: readonly Change[];
	/** The styles of its samples: `v1`, `v2`, `http`. What every version shares (`sdk`) is no choice of its own. */
	styles: readonly Style[];
}

/** One calling style that a reader can choose. */
export interface Style {
	id: string;
	label: string;
	description?: string;
}

/** A group of tasks. */
export interface Tag {
	name: string;
	description?: string;
	tasks: readonly Task[];
}

/** Every API below `spec/`. While developing, an API that cannot be read stays as it was when it last could. */
export const apis: readonly SiteApi[] = findSpecs(settings.spec).flatMap(readOrKeep);

/** The API whose folder has the name. Throws a `RangeError` that lists those there are. */
export function apiNamed(name: string): SiteApi {
	const found = apis.find((api) => api.name === name);
	if (!found) throw new RangeError(`There is no API "${name}"; there are: ${apis.map((api) => api.name).join(', ')}.`);
	return found;
}

/** Every style of every API, by id, `http` last: what a reader can have chosen. */
export const styleIds: readonly string[] = [...new Set(apis.flatMap(({ styles }) => styles.map(({ id }) => id)))].sort(
	(a, b) => Number(a === 'http') - Number(b === 'http'),
);

function readOrKeep(file: string): SiteApi[] {
	const { api, problems } = readApi(file);
	const errors = problems.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) {
		const message = errors.map(problemText).join('\n');
		const old = kept.get(file);
		if (!import.meta.env.DEV || !old) throw new Error(message);
		console.error(message);
		return [old];
	}
	if (!api) return [];
	kept.set(file, api);
	return [api];
}

function readApi(file: string): { api?: SiteApi; problems: Problem[] } {
	const loaded = loadApi(file, allLanguages);
	const { api, document, folder } = loaded;
	if (!api || !document) return { problems: loaded.problems };
	const allStyles = readStyles(api);
	const chosen = chooseStyles(settings.styles, [...allStyles.map(({ id }) => id), 'sdk']);
	const { authored, problems } = loadAuthored(
		folder,
		allLanguages,
		api.tasks.map(({ id }) => id),
		[...allStyles.map(({ id }) => id), 'sdk'],
	);
	const plan = planTree(api, languages, authored, { selection: { styles: new Set(chosen) } });
	const known = loadKnownNotes(folder);
	const history = loadChanges(folder, api.tasks);
	const paths = pathNames(api.tasks);
	const info = document.root.info as { title?: string; summary?: string } | undefined;
	return {
		problems: [...loaded.problems, ...problems, ...plan.problems, ...known.problems, ...history.problems],
		api: {
			name: api.name,
			title: info?.title ?? api.name,
			...(info?.summary ? { summary: info.summary } : {}),
			file,
			document,
			tasks: api.tasks,
			tasksById: new Map(api.tasks.map((task) => [task.id, task])),
			tasksByPath: new Map(api.tasks.map((task) => [paths.get(task.id) ?? '', task])),
			api,
			tags: readTags(document, api.tasks),
			paths,
			samples: groupSamples(api, [...plan.samples.map(({ sample }) => sample), ...plan.gaps]),
			proofs: readProofs(join(settings.proof, `${api.name}.json`), plan.samples),
			knownNotes: known.notes,
			manifest: plan.samples.map(({ entry }) => entry),
			changes: history.changes,
			styles: allStyles.filter(({ id }) => chosen.includes(id)),
		},
	};
}

function readStyles(api: Api): Style[] {
	const versions = Object.entries(api.sdk?.styles ?? {}).map(([id, style]): Style => ({ id, ...style }));
	return [...versions, { id: 'http', label: 'HTTP', description: 'The request itself, without an SDK.' }];
}

function readTags(document: Document, tasks: readonly Task[]): Tag[] {
	const declared = (document.root.tags ?? []) as { name: string; description?: string }[];
	const names = new Set([
		...declared.map(({ name }) => name),
		...tasks.map(({ operation }) => operation.tag).filter((tag) => tag !== undefined),
		'',
	]);
	const groups = Map.groupBy(tasks, ({ operation }) => operation.tag ?? '');
	return [...names]
		.map((name): Tag => {
			const description = declared.find((tag) => tag.name === name)?.description;
			return {
				name,
				...(description ? { description } : {}),
				tasks: groups.get(name) ?? [],
			};
		})
		.filter((tag) => tag.tasks.length > 0);
}

function groupSamples(api: Api, made: readonly (Sample | Gap)[]): Map<string, (Sample | Gap)[]> {
	const order = [...Object.keys(api.sdk?.styles ?? {}), 'sdk', 'http'];
	const place = ({ language, style }: Sample | Gap) =>
		languages.findIndex(({ id }) => id === language) * order.length + order.indexOf(style);
	const groups = Map.groupBy(made, ({ operationId }) => operationId);
	for (const group of groups.values()) group.sort((a, b) => place(a) - place(b));
	return groups;
}

function problemText({ message, hint, place }: Problem): string {
	const where = place ? `${place.file}:${place.line}:${place.column}: ` : '';
	return `${where}${message}${hint ? ` ${hint}` : ''}`;
}
