import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the sites are built: inside the project, so that they find its packages. */
const CACHE = resolve('.cache/bench');

/** Builds this project's site, and returns its folder. `env` can name another folder of specs (`SPECIMEN_SPEC`). */
export async function buildOurs(env: Readonly<Record<string, string>> = {}, name = 'ours'): Promise<string> {
	const folder = join(CACHE, name);
	await build(['--outDir', folder], env);
	return folder;
}

/** Builds the peer's site of an OpenAPI file as its own guide says, in all the languages that it has in common with ours. */
export async function buildTheirs(spec: string, name = 'starlight-openapi'): Promise<string> {
	const root = join(CACHE, name);
	rmSync(root, { recursive: true, force: true });
	for (const [file, text] of Object.entries(theirFiles(resolve(spec)))) {
		mkdirSync(join(root, file, '..'), { recursive: true });
		writeFileSync(join(root, file), text);
	}
	await build(['--root', root]);
	return join(root, 'dist');
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

async function build(args: string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
	const astro = resolve('node_modules/astro/bin/astro.mjs');
	const child = spawn(process.execPath, [astro, 'build', ...args], {
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk) => {
			output += chunk;
		});
	const code = await new Promise((settle, reject) => child.on('close', settle).on('error', reject));
	if (code !== 0) throw new Error(`astro build ${args.join(' ')} fails:\n${output}`);
}
