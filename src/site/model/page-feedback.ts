import { apis, type SiteApi } from './apis.ts';
import { changesFeed, link } from './links.ts';

/** A page's path below the base path that the site is deployed at: what ratings are kept by. */
export function pagePath(pathname: string): string {
	return pathname.slice(link('').length).replace(/\/?$/, '/');
}

/** Whether the end of a page asks what its reader thinks of it: operations, objects and guides do. */
export function hasFeedback(page: string): boolean {
	if (page.startsWith('/guides/')) return true;
	return apis.some(({ name }) => page.startsWith(`/${name}/`) && ![`/${name}/`, `/${name}/changes/`].includes(page));
}

/** The feeds that tell a page's reader of changes: that of its API, or of all where it belongs to none. */
export function feedsFor(page: string): { title: string; href: string }[] {
	const told = apis.filter(({ changes }) => changes.length > 0);
	const own = told.filter(({ name }) => page.startsWith(`/${name}/`));
	const feed = (api: SiteApi) => ({ title: `${api.title} (Atom)`, href: changesFeed(api) });
	return (own.length > 0 ? own : told).map(feed);
}
