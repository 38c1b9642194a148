import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PETS = `openapi: 3.1.0
info: { title: The Pet Store, version: '1' }
servers: [{ url: https://pets.example/v1 }]
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      responses: { '200': { $ref: 'answers/ok.yaml' } }
`;

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'specimen-init-test-'));
	write('given/pets.yaml', PETS);
	write('given/answers/ok.yaml', 'description: All of them.\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

function specimen(...args: string[]) {
	const main = resolve('src/cli/main.ts');
	return spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8', timeout: 60_000 });
}

describe('specimen init', () => {
	it('copies a document with the files it refers to, and makes a project that generates', () => {
		const { status, stderr } = specimen('init', 'given/pets.yaml');
		expect(stderr).toContain('wrote spec/pets/openapi.yaml');
		expect(status).toBe(0);
		expect(read('spec/pets/openapi.yaml')).toBe(PETS);
		expect(read('spec/pets/answers/ok.yaml')).toBe('description: All of them.\n');
		expect(JSON.parse(read('package.json'))).toMatchObject({ scripts: { dev: 'specimen dev' } });
		expect(read('specimen.config.yaml')).toContain('title: "The Pet Store"');
		expect(specimen('generate').stderr).toContain('samples/pets: 8 written');
		expect(specimen('check').status).toBe(0);
	});

	it('leaves what is there as it is, and says so', () => {
		write('package.json', '{ "name": "mine" }');
		write('.gitignore', '/node_modules\nsecret');
		write('specimen.config.yaml', 'title: Mine\n');
		const { stderr } = specimen('init', 'given/pets.yaml');
		expect(stderr).toContain('kept  package.json, as it is');
		expect(read('package.json')).toBe('{ "name": "mine" }');
		expect(read('specimen.config.yaml')).toBe('title: Mine\n');
		expect(read('.gitignore')).toBe('/node_modules\nsecret\ndist/\n.astro/\n.cache/\n');
	});

	it('adds another version under a name of its own, and says how to call it one', () => {
		specimen('init', 'given/pets.yaml');
		const again = specimen('init', 'given/pets.yaml');
		expect(again.status).toBe(2);
		expect(again.stderr).toContain('spec/pets is there already');
		const { stderr } = specimen('init', 'given/pets.yaml', '--name', 'pets-v2');
		expect(stderr).toContain('versions: [{ pets-v2: Version 2, pets: Version 1 }]');
		expect(readdirSync(join(root, 'spec'))).toEqual(['pets', 'pets-v2']);
	});

	it.each([
		['Swagger 2.0', "swagger: '2.0'\ninfo: {title: A, version: '1'}\npaths: {}\n", '1:1 error swagger-2'],
		['malformed YAML', 'openapi: [\n', 'error malformed-yaml'],
		['a reference that leads nowhere', PETS.replace('answers/ok.yaml', 'answers/no.yaml'), '9:'],
		['a reference out of its folder', PETS.replace('answers/ok.yaml', '../other.yaml'), 'error reference-outside'],
	])('writes nothing where the document is at fault: %s', (_name, text, told) => {
		write('given/pets.yaml', text);
		write('other.yaml', 'description: x\n');
		const before = readdirSync(root).sort();
		const { status, stderr } = specimen('init', 'given/pets.yaml');
		expect(stderr).toContain(told);
		expect(stderr).toContain('Nothing was written.');
		expect(status).toBe(2);
		expect(readdirSync(root).sort()).toEqual(before);
	});

	it('refuses a name that the site needs, or that no address can have', () => {
		for (const name of ['guides', 'My API', '../up']) {
			const { status, stderr } = specimen('init', 'given/pets.yaml', '--name', name);
			expect(stderr).toContain(`The name ${name}: `);
			expect(status).toBe(2);
		}
		expect(existsSync(join(root, 'spec'))).toBe(false);
	});

	it('keeps the name of a file that others refer to', () => {
		write(
			'given/answers/ok.yaml',
			"description: All.\ncontent: { application/json: { schema: { $ref: '../pets.yaml#/info' } } }\n",
		);
		const { status, stderr } = specimen('init', 'given/pets.yaml');
		expect(stderr).toContain('Rename it to openapi.yaml first');
		expect(status).toBe(1);
		expect(existsSync(join(root, 'spec'))).toBe(false);
	});
});
