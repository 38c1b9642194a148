import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import serveStatic from 'serve-static';

/** Adds the files of a folder to the site, where the project's own `public/` has none of that name. */
export function publicFiles(folder: string): AstroIntegration {
	let isProjects = false;
	return {
		name: 'specimen-public-files',
		hooks: {
			'astro:config:done': ({ config }) => {
				isProjects = resolve(fileURLToPath(config.publicDir)) === folder;
			},
			'astro:server:setup': ({ server }) => {
				const serve = serveStatic(folder);
				if (!isProjects) server.middlewares.use((request, response, next) => serve(request, response, next));
			},
			'astro:build:done': ({ dir }) => {
				for (const name of isProjects ? [] : readdirSync(folder)) {
					const target = join(fileURLToPath(dir), name);
					if (!existsSync(target)) cpSync(join(folder, name), target, { recursive: true });
				}
			},
		},
	};
}
