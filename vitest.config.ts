import { defineConfig } from 'vitest/config';
import { viteTemplates } from './src/load/vite-templates.ts';

export default defineConfig({
	plugins: [viteTemplates()],
	test: {
		include: ['test/**/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 120_000,
	},
});
