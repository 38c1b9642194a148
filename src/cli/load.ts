import { languages as allLanguages } from '../../templates/index.ts';
import type { CredentialSource } from '../core/language.ts';
import type { Problem } from '../core/problem.ts';
import type { Api } from '../core/sample.ts';
import { type LoadedApi, loadApi } from '../load/load-api.ts';
import { type AuthoredSample, loadAuthored } from '../load/load-authored.ts';
import { chooseStyles } from '../tree/choose-styles.ts';
import { planTree, type Selection, type TreePlan } from '../tree/plan-tree.ts';
import { checkStyles } from './options.ts';
import type { Workspace } from './workspace.ts';

/** An API read and rendered, as the commands on trees need it. */
export interface Prepared {
	loaded: LoadedApi;
	/** Absent where the description could not be read. */
	plan?: TreePlan;
	authored: AuthoredSample[];
	/** Everything that is wrong, from reading and rendering. */
	problems: Problem[];
}

/** The styles that an API's samples have. */
export function stylesOfApi(api: Api): string[] {
	return [...Object.keys(api.sdk?.styles ?? {}), ...(api.sdk ? ['sdk'] : []), 'http'];
}

/** Reads one API and renders what is selected; with `keepGoing` what is not at fault in a description that is. */
export function prepare(
	file: string,
	selection: Selection,
	credentials: CredentialSource,
	{ languages, config }: Workspace,
	options: { keepGoing?: boolean } = {},
): Prepared {
	const loaded = loadApi(file, allLanguages, options);
	const { api } = loaded;
	if (!api) return { loaded, authored: [], problems: loaded.problems };
	const styles = stylesOfApi(api);
	const chosen = chooseStyles(config.styles, styles);
	checkStyles(selection, chosen);
	const taskIds = api.tasks.map(({ id }) => id);
	const { authored, problems } = loadAuthored(loaded.folder, allLanguages, taskIds, styles);
	const plan = planTree(api, languages, authored, {
		selection: config.styles && !selection.styles ? { ...selection, styles: new Set(chosen) } : selection,
		credentials,
	});
	return { loaded, plan, authored, problems: distinct([...loaded.problems, ...problems, ...plan.problems]) };
}

/** The reader and the renderer meet some of the same faults; each is told once. */
function distinct(problems: readonly Problem[]): Problem[] {
	const seen = new Set<string>();
	return problems.filter(({ message, place }) => {
		const key = `${place?.file}:${place?.line}:${place?.column} ${message}`;
		return !seen.has(key) && seen.add(key);
	});
}
