import { defineCollection } from 'astro:content';
import settings from 'virtual:specimen/settings';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** `errors.mdx` is the page `/guides/errors/`, and `index.mdx` the site's first page. */
function pageId({ entry }: { entry: string }): string {
	const name = entry
		.replace(/\.mdx?$/, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}/]+/gu, '-');
	return name === 'index' ? name : `guides/${name}`;
}

/** The guides, where a page with `heading: false` places its heading itself; and the shell's words. */
export const collections = {
	docs: defineCollection({
		loader: glob({ base: settings.guides, pattern: '**/[^_]*.{md,mdx}', generateId: pageId }),
		schema: docsSchema({ extend: z.object({ heading: z.boolean().default(true) }) }),
	}),
	i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
