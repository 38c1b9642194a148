import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import type { Project } from '../load/load-project.ts';
import { ExpectedFault, UsageError } from './exit-code.ts';

/** Astro, and how it builds the site of a project. It takes a second to load, which only the site's commands spend. */
export async function openAstro(
	project: Project,
): Promise<{ astro: typeof import('astro'); config: AstroInlineConfig }> {
	checkInstall(project.root);
	process.env.ASTRO_TELEMETRY_DISABLED = '1';
	const [astro, { siteConfig }] = await Promise.all([import('astro'), import('../site/astro-config.ts')]);
	return { astro, config: { ...siteConfig(project), configFile: false } };
}

/** Astro looks for itself from the project's folder: it has to lie in a `node_modules` there, or above. */
function checkInstall(root: string): void {
	try {
		createRequire(join(root, 'package.json')).resolve('astro/package.json');
	} catch {
		throw new UsageError(
			'The site needs Specimen installed in this folder, in the flat node_modules that npm makes (pnpm: node-linker=hoisted).',
		);
	}
}

interface AstroFault extends Error {
	loc?: { file?: string; line?: number; column?: number };
	hint?: string;
	/** The file that was being read, as Vite tells it. */
	id?: string;
}

/** What Astro throws for a fault of the project's files, as one message with its place. */
export function siteFault(error: unknown): ExpectedFault {
	const { message, loc, hint, id } = error as AstroFault;
	const file = loc?.file ?? id;
	const place = file ? `${file}:${loc?.line ?? 1}:${loc?.column ?? 1}: ` : '';
	return new ExpectedFault(`The site cannot be built.\n${place}${message}${hint ? `\n${hint}` : ''}`);
}
