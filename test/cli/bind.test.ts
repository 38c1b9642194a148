import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { layOutSdk, packages } from '../bind/made-up-sdks.ts';
import { toolsOf } from '../verify/support.ts';
import { Workplace } from './specimen.ts';

const openapi = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://shop.example.com" }]
security: [{ token: [] }]
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
paths:
  /items:
    get:
      operationId: listItems
      tags: [items]
      parameters: [{ name: limit, in: query, schema: { type: integer }, example: 2 }]
      responses: { "200": { description: Items., content: { application/json: {} } } }
    post:
      operationId: createItem
      tags: [items]
      requestBody:
        content: { application/json: { example: { name: Bolt }, schema: { type: object, properties: { name: { type: string } } } } }
      responses: { "200": { description: The item., content: { application/json: {} } } }
  /items/{item_id}:
    delete:
      operationId: deleteItem
      tags: [items]
      parameters: [{ name: item_id, in: path, required: true, schema: { type: string }, example: a1 }]
      responses: { "204": { description: It is gone. } }
`;

const spec = ['--spec', 'shop/openapi.yaml'];
let place: Workplace;
beforeAll(() => {
	place = new Workplace();
});
afterAll(() => place.remove());
afterEach(() => {
	rmSync(join(place.folder, 'shop'), { recursive: true, force: true });
	rmSync(join(place.folder, '.cache'), { recursive: true, force: true });
});

function begin(): void {
	cpSync(join(place.folder, 'redocly.yaml'), join(place.folder, 'shop/redocly.yaml'));
	writeFileSync(join(place.folder, 'shop/openapi.yaml'), openapi);
}

/** The SDK of a language as a copy of one's own, for the commands of this test. */
function withSdk(language: keyof typeof packages): void {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-test-'));
	const variable = `SPECIMEN_SDK_${language.toUpperCase()}`;
	process.env[variable] = layOutSdk(language, folder);
	onTestFinished(() => {
		delete process.env[variable];
		rmSync(folder, { recursive: true, force: true });
	});
}

describe('specimen bind, with an SDK', () => {
	const clients = {
		python: ['shop.ShopClient', 'client.items.delete', 'del_'],
		node: ['new Shop', 'client.items.delete', 'del'],
		java: ['new ShopClient', 'client.items.delete', 'del'],
		go: ['shop.NewClient', 'client.Items.Delete', 'Del'],
	} as const;

	it.for(['python', 'node', 'java', 'go'] as const)(
		'begins bindings in %s, finds what makes the client, and names what the SDK lacks',
		{ timeout: 120_000 },
		async (language, context: TestContext) => {
			await toolsOf(language, context);
			begin();
			withSdk(language);
			const [construct, call, nearest] = clients[language];
			const begun = place.specimen('bind', ...spec, '--language', language, '--package', packages[language]);
			expect(begun.stderr).toContain('shop/sdk.yaml: begun');
			expect(place.read(`shop/sdk/${language}.yaml`)).toContain(`construct: ${construct} # guessed\n`);
			expect(begun.stdout).toContain('3 of 3 tasks bound, 0 unsupported, 0 missing');
			if (language === 'java') {
				expect(begun.stdout).toContain(
					'  3 calls by way of client.items, such as listItems: the SDK has no "items" there. Did you mean "items()"?',
				);
				place.edit('shop/sdk/java.yaml', 'errors:', 'overrides: { names: { items: items() } }\nerrors:');
			}
			if (language === 'python') place.edit('shop/sdk/python.yaml', 'options: named', 'options: option');
			const named =
				language === 'java' || language === 'python' ? place.specimen('bind', ...spec, '--language', language) : begun;
			expect(named.stdout).toContain('names: 2 calls are there, 1 are not');
			expect(named.stdout).toMatch(
				new RegExp(`${call.replaceAll('.', '\\.')}: the SDK has no ".elete" there\\. Did you mean "${nearest}"`, 'i'),
			);
			expect(begun.code).toBe(1);

			place.edit('shop/sdk.yaml', '    call: delete # guessed', `    call: =${nearest}`);
			const mended = place.specimen('bind', ...spec, '--language', language, '--reporter', 'json');
			expect(mended.code).toBe(0);
			expect(JSON.parse(mended.stdout)).toMatchObject({
				tasks: 3,
				languages: [{ language, bound: expect.any(Array), missing: [], names: { found: 3, absent: [], unseen: [] } }],
				problems: [],
			});
		},
	);

	it('names the arguments that a call in Python does not take, and is content once they are one dictionary', async (context) => {
		await toolsOf('python', context);
		begin();
		withSdk('python');
		const begun = place.specimen('bind', ...spec, '--language', 'python', '--package', packages.python);
		expect(begun.stdout).toContain('listItems (sdk): client.items.list: the SDK has no "limit" there. Known: params.');
		place.edit('shop/sdk/python.yaml', 'options: named', 'options: option');
		expect(place.specimen('bind', ...spec, '--language', 'python').stdout).not.toContain('listItems');
	});

	it('says that a root is not there once, and what there is', () => {
		begin();
		withSdk('node');
		place.specimen('bind', ...spec, '--language', 'node', '--package', packages.node);
		place.edit('shop/sdk/node.yaml', 'new Shop', 'new Shop.Clint');
		const { code, stdout } = place.specimen('bind', ...spec, '--language', 'node');
		expect(stdout).toContain(
			'  3 calls by way of new Shop.Clint, such as listItems: the SDK has no "new Shop.Clint" there.',
		);
		expect(stdout.match(/Clint/g)).toHaveLength(2);
		expect(code).toBe(1);
	});
});

describe('specimen bind, without an SDK', () => {
	it('begins files to edit, whose bindings render, and checks no names', () => {
		begin();
		const begun = place.specimen('bind', ...spec, '--language', 'python,ruby', 'php', 'csharp');
		expect(begun).toMatchObject({ code: 0 });
		expect(begun.stdout.match(/names not checked: no package is named yet/g)).toHaveLength(1);
		expect(begun.stdout.match(/3 of 3 tasks bound/g)).toHaveLength(4);
		expect(place.read('shop/sdk/python.yaml')).toMatch(/version: 0\.0\.0 # guessed/);
		const sample = place.specimen('sample', 'deleteItem', '--language', 'python', ...spec);
		expect(sample.stdout).toContain('    client.items.delete("a1")\n');
	});

	it('adds what is missing and overwrites nothing', () => {
		begin();
		place.specimen('bind', ...spec, '--language', 'python');
		const profile = place.read('shop/sdk/python.yaml');
		place.edit('shop/sdk.yaml', 'call: list # guessed', 'call: all # ours');
		const before = place.read('shop/sdk.yaml');
		place.edit(
			'shop/openapi.yaml',
			'    delete:\n',
			'    get: { operationId: getItem, tags: [items], responses: {} }\n    delete:\n',
		);
		const again = place.specimen('bind', ...spec, '--language', 'python');
		expect(again.stderr).toBe('shop/sdk.yaml: 1 added.\n');
		expect(place.read('shop/sdk.yaml').startsWith(before)).toBe(true);
		expect(place.read('shop/sdk.yaml')).toContain('  getItem:\n    on: client\n    path: [items] # guessed\n');
		expect(place.read('shop/sdk/python.yaml')).toBe(profile);
	});

	it('writes into another folder where one is named', () => {
		begin();
		expect(place.specimen('bind', ...spec, '--language', 'go', '--out', 'shop/own').code).toBe(0);
		expect(place.read('shop/own/sdk.yaml')).toContain('openapi: ../openapi.yaml\n');
		expect(existsSync(join(place.folder, 'shop/sdk.yaml'))).toBe(false);
	});
});

describe('specimen bind', () => {
	it.each([
		[[...spec], 'Name the languages to bind'],
		[[...spec, '--language', 'pyton'], 'Did you mean "python"?'],
		[[...spec, '--language', 'shell'], 'no such language to bind'],
		[[...spec, '--language', 'python', '--package', 'shop'], 'write NAME@VERSION'],
		[[...spec, '--language', 'python,go', '--package', 'shop@1.0.0'], 'the SDK of one language'],
		[['--spec', 'nowhere.yaml', '--language', 'go'], 'there is no such file'],
		[['--spec', resolve(import.meta.dirname, '../../package.json'), '--language', 'go'], 'openapi'],
	])('ends with 2 and writes nothing: %j', (args, told) => {
		begin();
		const outcome = place.specimen('bind', ...args);
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain(told);
		expect(existsSync(join(place.folder, 'shop/sdk.yaml'))).toBe(false);
		expect(existsSync(join(place.folder, 'shop/sdk'))).toBe(false);
	});

	it('ends with 2 and writes nothing where the package cannot be installed', { timeout: 120_000 }, () => {
		begin();
		process.env.SPECIMEN_SDK_NODE = join(place.folder, 'nowhere');
		onTestFinished(() => {
			delete process.env.SPECIMEN_SDK_NODE;
		});
		const outcome = place.specimen('bind', ...spec, '--language', 'node', '--package', 'shop@9.9.9');
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain('nowhere does not exist');
		expect(existsSync(join(place.folder, 'shop/sdk.yaml'))).toBe(false);
	});
});
