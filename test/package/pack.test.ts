import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { NewUser } from './new-user.ts';

const example = resolve('node_modules/@readme/oas-examples/3.1/json/train-travel.json');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

let user: NewUser;
beforeAll(() => {
	user = new NewUser();
	cpSync(example, join(user.folder, 'train-travel.json'));
}, 300_000);
afterAll(async () => {
	await user?.stop();
	user?.remove();
});

describe('The package', () => {
	it('holds no test, no source in TypeScript and nothing of our own API', () => {
		const strange = user.files.filter(
			(file) =>
				(!/^(bin|lib)\//.test(file) && !/^(package\.json|README\.md|LICENSE)$/.test(file)) ||
				(/\.tsx?$/.test(file) && !/content\.config\.ts$|\.d\.ts$/.test(file)) ||
				/plivo|\/test\/|fixture/i.test(file),
		);
		expect(strange).toEqual([]);
		expect(user.files.length).toBeGreaterThan(200);
	});

	it('imports only what it brings along', () => {
		const brought = [...Object.keys(manifest.dependencies ?? {}), ...builtinModules];
		const lib = join(user.folder, 'node_modules/specimen/lib');
		const imported = readdirSync(lib, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(js|astro|mdx)$/.test(name))
			.flatMap((name) => packagesOf(readFileSync(join(lib, name), 'utf8')).map((to) => ({ name, to })));
		expect(imported.length).toBeGreaterThan(50);
		const missing = imported.filter(
			({ to }) => !brought.includes(to) && !/^(node:|astro:|virtual:|specimen$)/.test(to),
		);
		expect(missing).toEqual([]);
	});
});

describe('A new user, step by step,', () => {
	it('is told how to begin', () => {
		const { code, stderr } = user.specimen('generate');
		expect(code).toBe(2);
		expect(stderr).toContain('begin with: npx specimen init FILE');
	});

	it('makes a project of an OpenAPI file', () => {
		const { code, stderr } = user.specimen('init', 'train-travel.json');
		expect(stderr).toContain('npx specimen generate');
		expect(code).toBe(0);
		expect(user.read('spec/train-travel/openapi.json')).toBe(readFileSync(example, 'utf8'));
		expect(user.read('.gitignore')).toContain('node_modules/');
		expect(existsSync(join(user.folder, '.github/workflows/specimen.yml'))).toBe(true);
	});

	it('gets samples in every language, well-formed and in step with the document', () => {
		expect(user.specimen('generate').stderr).toContain('samples/train-travel: 56 written');
		const verified = user.specimen('verify', '--level', 'parse', '--reporter', 'json');
		const { results } = JSON.parse(verified.stdout) as { results: { language: string; outcome: string }[] };
		expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
		expect(new Set(results.map(({ language }) => language)).size).toBe(8);
		expect(user.specimen('check').code).toBe(0);
	});

	it('replaces a template, and is told when it is wrong', () => {
		const file = 'templates/python/http.hbs';
		const template = user.read(`node_modules/specimen/lib/${file}`);
		user.write(file, `# The trains team\n${template}`);
		const sample = ['sample', 'get-trips', '--language', 'python'];
		expect(user.specimen(...sample).stdout).toMatch(/^# The trains team\n/);
		user.write(file, `# {{titel}}\n${template}`);
		expect(user.specimen(...sample).stderr).toContain('templates/python/http.hbs:1:5 error template');
		user.write(file, `# The trains team\n${template}`);
	});

	it('adds a second version, and says what the site is called and where it lies', () => {
		expect(user.specimen('init', 'train-travel.json', '--name', 'train-travel-v2').code).toBe(0);
		user.run('rm', ['specimen.config.yaml']);
		user.write('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
		user.write(
			'specimen.config.ts',
			`import { defineConfig } from 'specimen/config';
const name: string = 'Trains';
export default defineConfig({
	title: name,
	base: '/docs/trains',
	logo: 'logo.svg',
	colours: { accent: '#7a2fae' },
	languages: ['node', 'python', 'go'],
	header: { links: [{ label: 'Errors', href: '/guides/errors/' }] },
	footer: { text: 'By the trains team' },
	csp: { 'img-src': ['https://cdn.example.com'] },
	versions: [{ 'train-travel-v2': 'Version 2', 'train-travel': 'Version 1' }],
});
`,
		);
		const { code, stderr } = user.specimen('generate');
		expect(stderr).toContain('samples/train-travel-v2: 21 written');
		expect(stderr).not.toContain('Warning');
		expect(code).toBe(0);
	});

	it('builds the site', () => {
		const { code, stderr, stdout } = user.specimen('build');
		expect(code, stdout + stderr).toBe(0);
		const page = user.read('dist/train-travel/get-trips/index.html');
		expect(page).toContain('By the trains team');
		expect(page).toContain('The trains team');
		expect(page).toContain('href="/docs/trains/train-travel-v2/get-trips/"');
		expect(page).not.toContain('data-lang="ruby"');
	});

	it('serves it below its path, with the mock, without a broken link', async () => {
		const address = await user.start('serve', '--port', '0');
		expect(address).toMatch(/\/docs\/trains\/$/);
		const { origin } = new URL(address);
		expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: 'ok' });
		const policy = (await fetch(address)).headers.get('content-security-policy');
		expect(policy).toContain("img-src 'self' data: https://cdn.example.com;");
		const stations = await fetch(`${address}mock/stations`, { headers: { authorization: 'Bearer token' } });
		expect(stations.status).toBe(200);
		expect(await brokenLinks(origin)).toEqual([]);
		expect(await user.stop()).toBe(0);
	});

	it('sees the site while it is written', async () => {
		const address = await user.start('dev', '--port', '0');
		const page = await (await fetch(`${address.replace(/\/?$/, '/')}train-travel/get-trips/`)).text();
		expect(page).toContain('The trains team');
		expect([0, 143]).toContain(await user.stop());
	});
});

/** The packages that a text imports, by name. */
function packagesOf(text: string): string[] {
	const specifiers = [
		...text.matchAll(
			/^(?:import|export)\b[^'"\n;]*?\bfrom\s*['"]([^'".][^'"]*)['"]|\bimport\(\s*['"]([^'".][^'"]*)['"]|^import\s*['"]([^'".][^'"]*)['"]/gm,
		),
	];
	return specifiers.map(([, from, dynamic, bare]) => {
		const [first = '', second] = (from ?? dynamic ?? bare ?? '').split('/');
		return first.startsWith('@') ? `${first}/${second}` : first;
	});
}
