import settings from 'virtual:specimen/settings';
import { apis, type SiteApi } from './apis.ts';
import { apiLink, taskAt, taskLink } from './links.ts';

/** One version of an API, with the page in it that says the same as the page one is on. */
export interface VersionLink {
	label: string;
	href: string;
	isCurrent: boolean;
}

/** The API whose page an address is. */
function apiAt(path: string): SiteApi | undefined {
	return apis.find((api) => path.startsWith(apiLink(api)));
}

/** The versions that a page's API comes in, newest first; none where the configuration tells of none. */
export function versionLinks(path: string): VersionLink[] {
	const here = apiAt(path);
	const group = settings.versions.find((versions) => versions.some(({ api }) => api === here?.name)) ?? [];
	const task = here && taskAt(here, path);
	return group.flatMap(({ api: name, label }) => {
		const api = apis.find((candidate) => candidate.name === name);
		if (!api) return [];
		const same = task && api.tasksById.get(task.id);
		return [{ label, href: same ? taskLink(api, same) : apiLink(api), isCurrent: api === here }];
	});
}

/** Every API; of several versions of one the newest. */
export function newestApis(): SiteApi[] {
	return apisInNavigation('');
}

/** The APIs that stand in a page's navigation: of several versions the one that the page belongs to, or else the newest. */
export function apisInNavigation(path: string): SiteApi[] {
	const here = apiAt(path)?.name;
	return apis.filter(({ name }) => {
		const group = settings.versions.find((versions) => versions.some(({ api }) => api === name));
		if (!group) return true;
		const current = group.some(({ api }) => api === here) ? here : group[0]?.api;
		return name === current;
	});
}
