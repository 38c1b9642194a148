import settings from 'virtual:specimen/settings';
import type { Task } from '../../core/task.ts';
import type { SiteApi } from '../model/apis.ts';
import { iconOf } from '../model/icons.ts';
import { languages } from '../model/languages.ts';
import { link } from '../model/links.ts';
import { isDrawable, type Picture } from './picture.ts';

/** How many operations an API may have for each to get a picture of its own: one takes about 20 ms to draw. */
const PICTURED = 400;

/** The picture of the site, for pages that have none of their own. */
export const sitePicture: Picture = {
	belongsTo: settings.title,
	title: 'API samples that are proven to work',
	languages: labelled(languages.map(({ id }) => id)),
};

/** The picture of an API, for all its pages that have none of their own. */
export function apiPicture(api: SiteApi): Picture | undefined {
	return drawable({ belongsTo: settings.title, title: api.title, languages: sitePicture.languages });
}

/** The picture of a task's page. */
export function taskPicture(api: SiteApi, task: Task): Picture | undefined {
	if (api.tasks.length > PICTURED) return undefined;
	const { method, path } = task.operation;
	const made = new Set(
		(api.samples.get(task.id) ?? []).filter((each) => 'code' in each).map(({ language }) => language),
	);
	return drawable({ belongsTo: api.title, title: task.title, method, path, languages: labelled([...made]) });
}

/** The picture of a guide. */
export function guidePicture(title: string): Picture | undefined {
	return drawable({ belongsTo: `${settings.title}: guides`, title, languages: sitePicture.languages });
}

/** The address of the picture that a page of an API shows: its task's own, else the API's, else the site's. */
export function pictureLink(api: SiteApi, task?: Task): string {
	if (task && taskPicture(api, task)) return link(`/${api.name}/${api.paths.get(task.id)}.png`);
	return apiPicture(api) ? link(`/${api.name}.png`) : sitePictureLink();
}

/** The address of the site's own picture. */
export function sitePictureLink(): string {
	return link('/picture.png');
}

function drawable(picture: Picture): Picture | undefined {
	return isDrawable(picture) ? picture : undefined;
}

function labelled(ids: readonly string[]): Picture['languages'] {
	return languages
		.filter(({ id }) => ids.includes(id))
		.map(({ label, icon }) => ({ label, ...(icon ? { icon: iconOf(icon) } : {}) }));
}
