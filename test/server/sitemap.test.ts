import { expect, it } from 'vitest';
import { sitemapRoutes } from '../../src/server/sitemap-routes.ts';
import { listening } from './listening.ts';
import { folderOf, SITE } from './site-fixture.ts';

const PAGES = { '_specimen/pages.json': JSON.stringify(['', 'plivo/remove-shortcode/', "odd/<&'>/"]) };
const siteDirectory = folderOf({ ...SITE, ...PAGES });
const { address } = listening(() => ({ siteDirectory, routes: sitemapRoutes(siteDirectory) }));

const read = async (path: string, headers: Record<string, string> = {}) =>
	(await fetch(address() + path, { headers, signal: AbortSignal.timeout(4_000) })).text();

it('makes a sitemap of the host that is asked', async () => {
	const addresses = [...(await read('/sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, found]) => found);
	expect(addresses).toEqual([
		`${address()}/`,
		`${address()}/plivo/remove-shortcode/`,
		`${address()}/odd/%3C&amp;'%3E/`,
	]);
});

it('leads to it from robots.txt, under the scheme that the client sees', async () => {
	expect(await read('/robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${address()}/sitemap.xml\n`);
	expect(await read('/robots.txt', { 'x-forwarded-proto': 'https' })).toContain(address().replace('http:', 'https:'));
	expect(await read('/robots.txt', { 'x-forwarded-proto': 'javascript' })).toContain(address());
});

it('leaves a build its own sitemap, and makes none of a site that lists no pages', () => {
	expect(sitemapRoutes(folderOf({ ...PAGES, 'sitemap-index.xml': '<sitemapindex/>' }))).toEqual([]);
	expect(sitemapRoutes(folderOf(SITE))).toEqual([]);
	const own = sitemapRoutes(folderOf({ ...PAGES, 'robots.txt': 'User-agent: *\n' }));
	expect(own.map(({ prefix }) => prefix)).toEqual(['/sitemap.xml']);
});
