import { escapeHtml } from '../../highlight/code-lines.ts';
import { changeId } from '../../load/change-id.ts';
import type { SiteApi } from './apis.ts';
import { changesFeed, changesLink, taskLink } from './links.ts';
import { proseHtml } from './prose.ts';

/** The changes of an API as an Atom feed (RFC 4287). Addresses are absolute where the site's own is known. */
export function atomFeed(api: SiteApi, site?: URL): string {
	const address = (path: string) => escapeHtml(site ? new URL(path, site).href : path);
	const title = `${api.title}: changes`;
	const entries = api.changes.map(({ date, title, description, tasks }) => {
		const links = tasks.map(
			(task) => `<li><a href="${address(taskLink(api, task))}">${escapeHtml(task.title)}</a></li>`,
		);
		const html = `${description ? proseHtml(description) : ''}${links.length > 0 ? `<ul>${links.join('')}</ul>` : ''}`;
		return [
			'  <entry>',
			`    <title>${escapeHtml(title)}</title>`,
			`    <id>${changeId(api.name, date, title)}</id>`,
			`    <updated>${date}T00:00:00Z</updated>`,
			`    <link href="${address(changesLink(api))}"/>`,
			`    <content type="html">${escapeHtml(html)}</content>`,
			'  </entry>',
		].join('\n');
	});
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom">',
		`  <title>${escapeHtml(title)}</title>`,
		`  <id>${changeId(api.name)}</id>`,
		`  <updated>${api.changes[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>`,
		`  <author><name>${escapeHtml(api.title)}</name></author>`,
		`  <link rel="self" type="application/atom+xml" href="${address(changesFeed(api))}"/>`,
		`  <link href="${address(changesLink(api))}"/>`,
		...entries,
		'</feed>',
		'',
	].join('\n');
}
