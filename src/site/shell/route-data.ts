import { getCollection } from 'astro:content';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import text from '../fonts/inter-latin.woff2?url';
import code from '../fonts/jetbrains-mono-latin.woff2?url';
import { apis, type SiteApi, type Tag } from '../model/apis.ts';
import { apiLink, changesLink, link, objectLink, tagFragment, tagLabel, taskAt, taskLink } from '../model/links.ts';
import { type ApiObject, objectsOf } from '../model/objects.ts';
import { apisInNavigation } from '../model/versions.ts';
import { SIZE } from '../pictures/layout.ts';
import { guidePicture, pictureLink, sitePictureLink } from '../pictures/pictures.ts';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

/** How many tasks an API may have for all of them to stand in the navigation of each of its pages. */
const ALL_TASKS = 60;

/** Gives every page its navigation: the guides, and of the APIs only what the page belongs to, so that it stays small. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const here = context.url.pathname.replace(/\/?$/, '/');
	const shown = apisInNavigation(here);
	route.sidebar = [...(await guidesEntry(here)), ...shown.map((api) => apiEntry(api, here, shown.length === 1))];
	route.head.push(...[text, code].map(preload), ...pictureTags(here, route.entry.data.title, context.site));
	const links = flatten(route.sidebar);
	const current = links.findIndex(({ isCurrent }) => isCurrent);
	route.pagination = { prev: links[current - 1], next: links[current + 1] };
	if (current < 0) route.pagination = { prev: undefined, next: undefined };
});

/** The guides by the `sidebar.order` and `sidebar.label` of their front matter. */
async function guidesEntry(here: string): Promise<Entry[]> {
	const guides = await getCollection('docs', ({ id, data }) => id.startsWith('guides/') && !data.sidebar.hidden);
	const order = ({ data: { sidebar } }: (typeof guides)[number]) => sidebar.order ?? Number.POSITIVE_INFINITY;
	const links = guides
		.sort((one, other) => order(one) - order(other) || one.id.localeCompare(other.id))
		.map(({ id, data }) => makeLink(data.sidebar.label ?? data.title, link(`/${id}/`), here));
	return links.length > 0 ? [group('Guides', links, false)] : [];
}

/** Asks for a font before the stylesheet does, so that text is drawn in it from the start. */
function preload(href: string): StarlightRouteData['head'][number] {
	return { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: true } };
}

/** The picture that stands for the page where a link to it is shown; its address is whole where the site's own is known. */
function pictureTags(here: string, title: string, site: URL | undefined): StarlightRouteData['head'] {
	const api = apis.find((each) => here.startsWith(apiLink(each)));
	const task = api && taskAt(api, here);
	const isGuide = here.startsWith(link('/guides/')) && guidePicture(title);
	const path = isGuide ? here.replace(/\/$/, '.png') : api ? pictureLink(api, task) : sitePictureLink();
	const meta = (property: string, content: string) => ({ tag: 'meta' as const, attrs: { property, content } });
	return [
		meta('og:image', site ? new URL(path, site).href : path),
		meta('og:image:width', String(SIZE.width)),
		meta('og:image:height', String(SIZE.height)),
		meta('og:image:alt', title),
	];
}

function apiEntry(api: SiteApi, here: string, isOnly: boolean): Entry {
	const isHere = here.startsWith(apiLink(api)) || isOnly;
	const tags = api.tags.map((tag) => tagEntry(api, tag, here));
	const changes = api.changes.length > 0 ? [makeLink('Changes', changesLink(api), here)] : [];
	return group(
		api.title,
		[makeLink('All operations', apiLink(api), here), ...(isHere ? [...tags, ...changes] : [])],
		false,
	);
}

function tagEntry(api: SiteApi, tag: Tag, here: string): Entry {
	const label = tagLabel(api, tag);
	const object = objects(api).get(tag);
	if (api.tasks.length > ALL_TASKS) {
		const task = taskAt(api, here);
		const isHere = task ? (task.operation.tag ?? '') === tag.name : object && objectLink(api, object) === here;
		if (!isHere) return makeLink(label, `${apiLink(api)}#${tagFragment(tag.name)}`, here);
	}
	const links = tag.tasks.map((task) => makeLink(task.title, taskLink(api, task), here, task.operation));
	return group(label, object ? [makeLink(object.title, objectLink(api, object), here), ...links] : links, false);
}

/** Objects are read once an API, not once a page. */
const known = new WeakMap<SiteApi, ReadonlyMap<Tag, ApiObject>>();

function objects(api: SiteApi): ReadonlyMap<Tag, ApiObject> {
	const found = known.get(api) ?? new Map(objectsOf(api).map((object) => [object.tag, object]));
	known.set(api, found);
	return found;
}

function group(label: string, entries: Entry[], collapsed: boolean): Entry {
	return { type: 'group', label, entries, collapsed, badge: undefined } as Entry;
}

function makeLink(
	label: string,
	href: string,
	here: string,
	operation?: { method: string; deprecated: boolean },
): Link {
	return {
		type: 'link',
		label,
		href,
		isCurrent: href === here,
		badge: operation ? { text: operation.method, variant: 'default' } : undefined,
		attrs: operation?.deprecated ? { 'data-deprecated': true } : {},
	};
}

function flatten(entries: readonly Entry[]): Link[] {
	return entries.flatMap((entry) => (entry.type === 'link' ? [entry] : flatten(entry.entries)));
}
