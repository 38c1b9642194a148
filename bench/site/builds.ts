import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureProcess, type ProcessCost } from '../process/measure-process.ts';

/** Where the sites are built: inside the project, so that they find its packages. */
const CACHE = resolve('.cache/bench');
const ENVIRONMENT = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

/** A site that was built, and what that cost. */
export interface Built extends ProcessCost {
	folder: string;
}

/** Builds this project's site. */
export async function buildOurs(): Promise<Built> {
	const folder = join(CACHE, 'ours');
	return { folder, ...(await build(['--outDir', folder])) };
}

/** Builds the site of a document in JSON as a project of its own, in every language. `cold` takes all that earlier builds kept. */
export async function buildProject(name: string, document: string, { cold }: { cold: boolean }): Promise<Built> {
	const root = join(CACHE, name);
	if (cold) rmSync(root, { recursive: true, force: true });
	mkdirSync(join(root, 'spec', name), { recursive: true });
	writeFileSync(join(root, 'spec', name, 'openapi.json'), document);
	writeFileSync(join(root, 'package.json'), readFileSync('package.json'));
	const cost = await measureProcess([resolve('src/cli/main.ts'), 'build'], { cwd: root, env: ENVIRONMENT });
	return { folder: join(root, 'dist'), ...cost };
}

/** Builds the peer's site of an OpenAPI file as its own guide says, in all the languages that it has in common with ours. */
export async function buildTheirs(spec: string, name = 'starlight-openapi'): Promise<Built> {
	const root = join(CACHE, name);
	rmSync(root, { recursive: true, force: true });
	for (const [file, text] of Object.entries(theirFiles(resolve(spec)))) {
		mkdirSync(join(root, file, '..'), { recursive: true });
		writeFileSync(join(root, file), text);
	}
	return { folder: join(root, 'dist'), ...(await build(['--root', root])) };
}

function theirFiles(spec: string): Record<string, string> {
	const clients =
		"{ csharp: ['httpclient'], go: ['nethttp'], java: ['nethttp'], javascript: ['fetch'], shell: ['curl'] }";
	return {
		'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightOpenAPI, { openAPISidebarGroups } from 'starlight-openapi';
const api = { base: 'api', schema: ${JSON.stringify(spec)}, snippets: { operation: { clients: ${clients} } } };
export default defineConfig({
	integrations: [starlight({ title: 'Peer', plugins: [starlightOpenAPI([api])], sidebar: openAPISidebarGroups })],
});
`,
		'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
		'src/content/docs/index.md': '---\ntitle: Peer\n---\n\nA reference.\n',
	};
}

function build(args: string[]): Promise<ProcessCost> {
	return measureProcess([resolve('node_modules/astro/bin/astro.mjs'), 'build', ...args], { env: ENVIRONMENT });
}
