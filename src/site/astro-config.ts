import { readdirSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { languages } from '../../templates/index.ts';
import type { Project } from '../load/load-project.ts';
import { viteTemplates } from '../load/vite-templates.ts';
import { baseLinks } from './build/base-links.ts';
import { codeFences } from './build/code-fences.ts';
import { emptyServices } from './build/empty-services.ts';
import { leanSampler } from './build/lean-sampler.ts';
import { pageList } from './build/page-list.ts';
import { publicFiles } from './build/public-files.ts';
import { scriptHashes } from './build/script-hashes.ts';
import { scrollTables } from './build/scroll-tables.ts';
import { siteSettings } from './build/site-settings.ts';
import { smallHeap } from './build/small-heap.ts';
import { viteGrammars } from './build/vite-grammars.ts';
import { viteMock } from './build/vite-mock.ts';
import { viteSettings } from './build/vite-settings.ts';
import { viteSpecs } from './build/vite-specs.ts';
import { highlighting } from './highlight/highlighting.ts';
import { alignedCells } from './model/aligned-cells.ts';

const SITE = import.meta.dirname;
/** The package, or the repository: what holds the site's own files. */
const HOUSE = resolve(SITE, '../..');
/** `.ts` where the site runs from its sources, `.js` where it runs from the package. */
const ENDING = extname(import.meta.filename);

/** A component of the shell that ours takes the place of: Starlight's own need inline styles or scripts. */
const shell = (name: string) => join(SITE, `shell/${name}.astro`);

/** How Astro builds the site of a project: Specimen's pages, and what the project says. */
export function siteConfig(project: Project): AstroUserConfig {
	// Pages would be given this variable, which means something else to many, in place of the path of the site.
	delete process.env.BASE_URL;
	const settings = siteSettings(project);
	const pages = pageList();
	const below = `${resolve(project.root)}/node_modules/`;
	return {
		root: project.root,
		srcDir: SITE,
		...(project.site ? { site: project.site } : {}),
		...(project.base ? { base: project.base } : {}),
		prefetch: false,
		devToolbar: { enabled: false },
		// While threads colour what one page shows, others are made.
		build: { inlineStylesheets: 'never', assets: '_astro', concurrency: 4 },
		markdown: {
			syntaxHighlight: false,
			processor: satteri({
				hastPlugins: [codeFences, scrollTables, alignedCells, ...(project.base ? [baseLinks(project.base)] : [])],
			}),
		},
		integrations: [
			starlight({
				title: settings.title,
				description: project.config.description ?? 'API reference with code samples that are proven to work.',
				favicon: '/favicon.svg',
				customCss: [join(SITE, 'styles/site.css'), 'virtual:specimen/theme.css'],
				expressiveCode: false,
				disable404Route: true,
				sidebar: [],
				markdown: { processedDirs: [settings.guides] },
				tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
				routeMiddleware: join(SITE, `shell/route-data${ENDING}`),
				components: {
					Header: shell('header'),
					SiteTitle: shell('site-title'),
					ThemeProvider: shell('theme-provider'),
					ThemeSelect: shell('theme-select'),
					Search: shell('search'),
					Sidebar: shell('sidebar'),
					MobileMenuToggle: shell('menu-toggle'),
					MobileMenuFooter: shell('menu-footer'),
					PageTitle: shell('page-title'),
					PageSidebar: shell('page-sidebar'),
					Footer: shell('footer'),
					Pagination: shell('pagination'),
				},
			}),
			...(settings.hasHome ? [] : [firstPage()]),
			smallHeap(),
			highlighting(),
			publicFiles(join(HOUSE, 'public')),
			scriptHashes(),
			pages,
			sitemap({ filter: pages.lists }),
			emptyServices(),
		],
		vite: {
			build: { assetsInlineLimit: 0 },
			worker: { format: 'es', plugins: () => [viteGrammars(languages)] },
			resolve: { alias: { 'specimen/components': join(SITE, 'components') } },
			plugins: [
				viteSettings(settings, project.config.colours),
				viteTemplates(project.folders.templates),
				viteGrammars(languages),
				leanSampler(),
				viteMock(project.folders.spec),
				viteSpecs(project.folders, join(SITE, `model/apis${ENDING}`)),
			],
			...(HOUSE.startsWith(below) ? { optimizeDeps: { entries: components() } } : {}),
			...(relative(project.root, HOUSE).startsWith('..') ? { server: { fs: { allow: [project.root, HOUSE] } } } : {}),
		},
	};
}

/** A first page made from the APIs, where the guides bring none along. */
function firstPage(): AstroIntegration {
	return {
		name: 'specimen-first-page',
		hooks: {
			'astro:config:setup': ({ injectRoute }) =>
				injectRoute({ pattern: '/', entrypoint: join(SITE, 'starter/home.astro') }),
		},
	};
}

/** What Vite has to read to know which packages a browser needs: it looks below `node_modules` for none by itself. */
function components(): string[] {
	return readdirSync(SITE, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.astro'))
		.map((name) => join(SITE, name));
}
