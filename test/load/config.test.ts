import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProject } from '../../src/load/load-project.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'specimen-config-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), text);
	}
}

const load = (environment = {}) => loadProject(root, environment);

/** The problems as `line:column message hint`. */
async function told(): Promise<string[]> {
	const { problems } = await load();
	return problems.map(({ place, message, hint }) => `${place?.line}:${place?.column} ${message} ${hint}`);
}

describe('A configuration', () => {
	it('may be absent', async () => {
		const { config, problems, base } = await load();
		expect({ config, problems, base }).toEqual({ config: {}, problems: [], base: '' });
	});

	it('may be empty', async () => {
		write({ 'specimen.config.yaml': '# nothing yet\n' });
		expect(await told()).toEqual([]);
	});

	it('is read from YAML', async () => {
		write({ 'specimen.config.yaml': 'title: Pets\nlanguages: [node, python]\nbase: /docs/\n', 'apis/.keep': '' });
		const { config, base } = await load();
		expect(config).toMatchObject({ title: 'Pets', languages: ['node', 'python'] });
		expect(base).toBe('/docs');
	});

	it('is read from a program', async () => {
		write({ 'specimen.config.ts': "const title = 'Pets';\nexport default { title };\n" });
		expect((await load()).config).toEqual({ title: 'Pets' });
	});

	it('yields to the environment', async () => {
		write({ 'specimen.config.yaml': 'site: https://a.example\nproof: records\n' });
		const project = await load({ SITE_URL: 'https://b.example', SPECIMEN_PROOF: '/elsewhere' });
		expect(project.site).toBe('https://b.example');
		expect(project.folders.proof).toBe('/elsewhere');
	});
});

describe('What is wrong with a configuration is told with its place:', () => {
	it.each([
		[
			'a field that does not exist',
			'title: A\nlangages: [python]\n',
			'2:1 "langages" is no field of /. Did you mean "languages"?',
		],
		[
			'a language that does not exist',
			'languages:\n  - pyton\n',
			'2:5 There is no language "pyton". Did you mean "python"?',
		],
		['a style that no API has', 'styles: [htp]\n', '1:10 There is no style "htp". Did you mean "http"?'],
		[
			'an API that does not exist',
			'versions: [{ pets: One, pets2: Two }]\n',
			'1:14 There is no API "pets". There are none.',
		],
		['a folder that is not there', 'spec: apis\n', '1:7 There is no apis. Correct the path, or remove the field.'],
		[
			'a colour that cannot be read',
			'colours: { accent: "#ffee00" }\n',
			'1:20 Links of #ffee00 are hard to read in the light theme: their contrast is 1.2, where text needs 4.5. Choose a darker colour.',
		],
		['malformed YAML', 'title: [\n', 'Correct the syntax at this place.'],
	])('%s', async (_name, text, expected) => {
		write({ 'specimen.config.yaml': text });
		expect((await told()).join('\n')).toContain(expected);
	});

	it('an origin that says more than an origin', async () => {
		write({ 'specimen.config.yaml': 'csp:\n  img-src: ["https://a.example; script-src *"]\n' });
		expect((await told())[0]).toContain('2:13 /csp/img-src/0 must match pattern');
	});

	it('a field of a TypeScript file', async () => {
		write({ 'specimen.config.ts': "export default {\n\ttitle: 'Pets',\n\tlogos: 'a.svg',\n};\n" });
		expect(await told()).toEqual(['3:2 "logos" is no field of /. Did you mean "logo"?']);
	});

	it('a TypeScript file that throws', async () => {
		write({ 'specimen.config.ts': 'const value = 1;\nthrow new Error(`no ${value}`);\n' });
		expect(await told()).toEqual(['2:7 It cannot be run: no 1 Correct it, or write it as specimen.config.yaml.']);
	});

	it('a second configuration', async () => {
		write({ 'specimen.config.ts': 'export default {};\n', 'specimen.config.yaml': '' });
		expect((await told())[0]).toContain('There are two configurations');
	});
});
