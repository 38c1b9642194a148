import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A page that has moved, and where it leads (`model/moved-page.ts`). */
const MOVED = /<meta name="robots" content="noindex">[\s\S]*<a href="([^"]*)">/;

/**
 * Writes `_specimen/pages.json`, the paths of all pages that are to be found, from which the server makes a sitemap of
 * the host that it is asked at: a sitemap holds whole addresses, and a build without `SITE_URL` does not know any.
 * Where it does, the sitemap is part of the build, and `robots.txt` leads to it. `lists` says whether a page is to be
 * found, once the build is done. `_specimen/moved.json` says where pages lead that have moved, `{ "/old/": "/new/" }`.
 */
export function pageList(): AstroIntegration & { lists: (address: string) => boolean } {
	let base = '/';
	let address: string | undefined;
	const listed = new Set<string>();
	const moved: Record<string, string> = {};
	return {
		lists: (page) => listed.has(new URL(page).pathname.slice(base.length)),
		name: 'specimen-page-list',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base.replace(/\/?$/, '/');
				address = config.site && new URL(`${base}sitemap-index.xml`, config.site).href;
			},
			'astro:build:done': ({ dir, pages }) => {
				const root = fileURLToPath(dir);
				for (const { pathname } of pages.toSorted((a, b) => (a.pathname < b.pathname ? -1 : 1))) {
					if (pathname === '404/') continue;
					const [, to] = MOVED.exec(readFileSync(join(root, pathname, 'index.html'), 'utf8')) ?? [];
					if (to === undefined) listed.add(pathname);
					else moved[base + pathname] = to;
				}
				mkdirSync(join(root, '_specimen'), { recursive: true });
				writeFileSync(join(root, '_specimen/pages.json'), `${JSON.stringify([...listed], null, 2)}\n`);
				writeFileSync(join(root, '_specimen/moved.json'), `${JSON.stringify(moved, null, 2)}\n`);
				if (address) writeFileSync(join(root, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${address}\n`);
			},
		},
	};
}
