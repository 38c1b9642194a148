import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import './src/load/register-templates.ts';
import { viteTemplates } from './src/load/vite-templates.ts';
import { codeFences } from './src/site/build/code-fences.ts';
import { emptyServices } from './src/site/build/empty-services.ts';
import { pageList } from './src/site/build/page-list.ts';
import { scriptHashes } from './src/site/build/script-hashes.ts';
import { scrollTables } from './src/site/build/scroll-tables.ts';
import { viteGrammars } from './src/site/build/vite-grammars.ts';
import { viteMock } from './src/site/build/vite-mock.ts';
import { viteSpecs } from './src/site/build/vite-specs.ts';

const { languages } = await import('./templates/index.ts');

/** A component of the shell that ours takes the place of: Starlight's own need inline styles or scripts. */
const shell = (name) => `./src/site/shell/${name}.astro`;

const pages = pageList();

export default defineConfig({
	srcDir: './src/site',
	// The address at which the site is published: canonical links and the sitemap need it.
	...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
	prefetch: false,
	devToolbar: { enabled: false },
	build: { inlineStylesheets: 'never', assets: '_astro' },
	markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [codeFences, scrollTables] }) },
	integrations: [
		starlight({
			title: 'Specimen',
			description: 'API reference with code samples that are proven to work.',
			favicon: '/favicon.svg',
			customCss: ['./src/site/styles/site.css'],
			expressiveCode: false,
			disable404Route: true,
			sidebar: [{ label: 'Guides', items: [{ autogenerate: { directory: 'guides' } }] }],
			tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
			routeMiddleware: './src/site/shell/route-data.ts',
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
		scriptHashes(),
		pages,
		sitemap({ filter: pages.lists }),
		emptyServices(),
	],
	vite: {
		build: { assetsInlineLimit: 0 },
		plugins: [viteTemplates(), viteGrammars(languages), viteSpecs(), viteMock()],
		worker: { format: 'es', plugins: () => [viteGrammars(languages)] },
	},
});
