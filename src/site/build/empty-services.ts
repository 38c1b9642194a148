import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Puts empty lists of services into the build: a host of mere files offers none, and pages can ask without an error. */
export function emptyServices(): AstroIntegration {
	return {
		name: 'specimen-empty-services',
		hooks: {
			'astro:build:done': ({ dir }) => {
				const folder = join(fileURLToPath(dir), '_specimen');
				mkdirSync(folder, { recursive: true });
				writeFileSync(join(folder, 'services.json'), '{}');
				writeFileSync(join(folder, 'services.css'), '');
			},
		},
	};
}
