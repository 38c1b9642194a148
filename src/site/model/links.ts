import type { Task } from '../../core/task.ts';
import type { SiteApi, Tag } from './apis.ts';

/** An address of this site, from its root, below the base path that it is deployed at. */
export function link(path: string): string {
	return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The address of a task's page. */
export function taskLink(api: SiteApi, task: Task): string {
	return link(`/${api.name}/${api.paths.get(task.id)}/`);
}

/** The task whose page lies at an address; undefined where it is another page. */
export function taskAt(api: SiteApi, address: string): Task | undefined {
	const [name = '', ...rest] = address.slice(apiLink(api).length).split('/');
	return rest.join('') === '' ? api.tasksByPath.get(name) : undefined;
}

/** The address of what the form and the samples of a task are made from. */
export function modelLink(api: SiteApi, task: Task): string {
	return `${taskLink(api, task)}try.json`;
}

/** The address of an API's overview. */
export function apiLink(api: SiteApi): string {
	return link(`/${api.name}/`);
}

/** The address of the page of an API's changes. */
export function changesLink(api: SiteApi): string {
	return link(`/${api.name}/changes/`);
}

/** The address of their feed. */
export function changesFeed(api: SiteApi): string {
	return link(`/${api.name}/changes.xml`);
}

/** The name under which the OpenAPI file can be taken; undefined where it is JSON, which is not published. */
export function openapiFile({ file }: Pick<SiteApi, 'file'>): string | undefined {
	return file.endsWith('.json') ? undefined : 'openapi.yaml';
}

/** The address of an object's page. */
export function objectLink(api: SiteApi, object: { path: string }): string {
	return link(`/${api.name}/objects/${object.path}/`);
}

/** The name under which a tag's tasks stand; those without a tag need one too. */
export function tagLabel(api: SiteApi, tag: Tag): string {
	return tag.name || (api.tags.length === 1 ? 'Operations' : 'Other');
}

/** The fragment of a tag's section in the overview. */
export function tagFragment(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') || 'other';
}
