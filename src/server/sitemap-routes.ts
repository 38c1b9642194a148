import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from './route.ts';

/** Where the build lists its pages, inside the site's folder. */
const PAGES = '_specimen/pages.json';

/**
 * `/sitemap.xml` and `/robots.txt` of the host that is asked, for a site that was built without knowing its address
 * and lies below the path `base`.
 * None where the build has a sitemap of its own, or no list of its pages.
 */
export function sitemapRoutes(siteDirectory: string, base = ''): Route[] {
	if (existsSync(join(siteDirectory, 'sitemap-index.xml')) || !existsSync(join(siteDirectory, PAGES))) return [];
	const routes: Route[] = [
		{
			prefix: '/sitemap.xml',
			answer: (request) => {
				const pages = JSON.parse(readFileSync(join(siteDirectory, PAGES), 'utf8')) as string[];
				const addresses = pages.map(
					(path) => `<url><loc>${escapeXml(new URL(path, `${originOf(request)}${base}/`).href)}</loc></url>`,
				);
				return text(
					'application/xml; charset=utf-8',
					`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`,
				);
			},
		},
		{
			prefix: '/robots.txt',
			answer: (request) =>
				text(
					'text/plain; charset=utf-8',
					`User-agent: *\nAllow: /\nSitemap: ${originOf(request)}${base}/sitemap.xml\n`,
				),
		},
	];
	return routes.filter(({ prefix }) => !existsSync(join(siteDirectory, prefix)));
}

/** The origin that a client sees. It is only told back to whoever said it. */
function originOf(request: Request): string {
	const scheme = request.headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
	return URL.parse(`${scheme}://${request.headers.get('host')}`)?.origin ?? new URL(request.url).origin;
}

function text(type: string, body: string): Response {
	return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache', vary: 'Host' } });
}

function escapeXml(address: string): string {
	return address.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
