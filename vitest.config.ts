import { defineConfig } from 'vitest/config';
import { requireProject } from './src/load/load-project.ts';
import { viteTemplates } from './src/load/vite-templates.ts';
import { siteSettings } from './src/site/build/site-settings.ts';
import { viteSettings } from './src/site/build/vite-settings.ts';

export default defineConfig({
	plugins: [viteTemplates(), viteSettings(siteSettings(await requireProject(process.cwd())))],
	test: {
		include: ['test/**/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
	},
});
