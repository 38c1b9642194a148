import { createHash } from 'node:crypto';
import type { SiteApi } from './apis.ts';
import { escapeHtml } from './code-lines.ts';
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
			`    <id>${identifier(api.name, date, title)}</id>`,
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
		`  <id>${identifier(api.name)}</id>`,
		`  <updated>${api.changes[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>`,
		`  <author><name>${escapeHtml(api.title)}</name></author>`,
		`  <link rel="self" type="application/atom+xml" href="${address(changesFeed(api))}"/>`,
		`  <link href="${address(changesLink(api))}"/>`,
		...entries,
		'</feed>',
		'',
	].join('\n');
}

/** The same for the same words at any address, so that no reader sees an entry twice when the site moves. */
function identifier(...words: string[]): string {
	const hash = createHash('sha256')
		.update(JSON.stringify(['specimen', ...words]))
		.digest('hex');
	const uuid = [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`8${hash.slice(13, 16)}`,
		`8${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	];
	return `urn:uuid:${uuid.join('-')}`;
}
