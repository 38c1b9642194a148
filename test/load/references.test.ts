import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readOperations } from '../../src/core/read-operations.ts';
import { sampleSchema } from '../../src/core/sample-schema.ts';
import { toJsonText } from '../../src/core/value.ts';
import { loadDocument } from '../../src/load/load-document.ts';
import { createScratchFolder } from '../../src/verify/scratch-folder.ts';

/** A folder `api` with an `openapi.yaml` that refers to `reference`, and other files beside or above it. */
function load(reference: string, files: Record<string, string> = {}, links: Record<string, string> = {}) {
	const { path, remove } = createScratchFolder('references');
	onTestFinished(remove);
	const all = {
		'api/openapi.yaml': `openapi: 3.1.0\ninfo: { title: t, version: '1' }\ncomponents:\n  schemas:\n    A:\n      $ref: '${reference}'\n    Here: { const: here }\npaths: {}\n`,
		'secret.yaml': 'S: { const: secret }\n',
		...files,
	};
	for (const [name, text] of Object.entries(all)) {
		mkdirSync(join(path, name, '..'), { recursive: true });
		writeFileSync(join(path, name), text.replaceAll('FOLDER', path));
	}
	for (const [name, target] of Object.entries(links)) symlinkSync(join(path, target), join(path, name));
	return { path, ...loadDocument(join(path, 'api/openapi.yaml')) };
}

/** What a reference from the root file leads to, as JSON. */
function follow(...args: Parameters<typeof load>): string {
	const { document, problems } = load(...args);
	expect(problems).toEqual([]);
	if (!document) throw new Error('no document');
	return toJsonText(sampleSchema(document, { $ref: '#/components/schemas/A' }, 'a'));
}

describe('References inside the folder of the document', () => {
	it('lead through other files and back, whatever the files are', () => {
		const files = {
			'api/more/b.yaml':
				"B: { properties: { c: { $ref: './c%20d.json#/C' }, here: { $ref: '../openapi.yaml#/components/schemas/Here' } } }\n",
			'api/more/c d.json':
				'{ "C": { "properties": { "n": { "$ref": "#/N" } } }, "N": { "const": 12345678901234567890 } }',
		};
		expect(follow('more/b.yaml#/B', files)).toBe('{"c":{"n":12345678901234567890},"here":"here"}');
	});

	it('lead to whole files, into lists, through references, and to anchors', () => {
		expect(follow('whole.yaml', { 'api/whole.yaml': 'const: 1\n' })).toBe('1');
		expect(follow('list.yaml#/allOf/1', { 'api/list.yaml': 'allOf: [{ const: 1 }, { const: 2 }]\n' })).toBe('2');
		expect(follow('b.yaml#/B/x', { 'api/b.yaml': "B: { $ref: '#/C' }\nC: { x: { const: 3 } }\n" })).toBe('3');
		expect(follow('b.yaml#four', { 'api/b.yaml': 'B: { $anchor: four, const: 4 }\n' })).toBe('4');
	});

	it('may be links, as long as what they name lies inside', () => {
		expect(follow('link.yaml', { 'api/real.yaml': 'const: 5\n' }, { 'api/link.yaml': 'api/real.yaml' })).toBe('5');
	});

	it('mean nothing in data: in examples, defaults and extensions', () => {
		const text = `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\nx-own: { $ref: '../secret.yaml' }\ncomponents:\n  schemas:\n    A: { const: 6, example: { $ref: nowhere }, default: { $ref: nowhere }, properties: { example: { $ref: '#/components/schemas/B' } } }\n    B: { const: 7 }\n`;
		expect(follow('', { 'api/openapi.yaml': text })).toBe('6');
	});

	it('may name the document by the address that it says is its own', () => {
		const text = `openapi: 3.2.0\n$self: https://example.com/api\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: 'https://example.com/api#/components/schemas/B' }\n    B: { const: 8 }\n`;
		expect(follow('', { 'api/openapi.yaml': text })).toBe('8');
	});
});

describe('References that may not be followed', () => {
	const cases: [title: string, reference: string, said: RegExp, links?: Record<string, string>][] = [
		['up out of the folder', '../secret.yaml#/S', /outside the document's folder/],
		['up and around', './x/../../api/../secret.yaml#/S', /outside the document's folder/],
		['by percent-encoded dots', '%2e%2e/secret.yaml#/S', /outside the document's folder/],
		['by an absolute path', '/etc/hostname', /outside the document's folder/],
		['through a link', 'link.yaml#/S', /outside the document's folder/, { 'api/link.yaml': 'secret.yaml' }],
		['through a linked folder', 'up/secret.yaml#/S', /outside the document's folder/, { 'api/up': '.' }],
		['by a file: address', 'file:///etc/hostname', /address of a file/],
		['to the network', 'https://example.com/s.yaml#/S', /leads to the network/],
		['to the network without a scheme', '//example.com/s.yaml', /leads to the network/],
		['to a folder', './', /no file/],
	];
	it.each(cases)('%s', (_title, reference, said, links) => {
		const { problems } = load(reference, {}, links);
		expect(problems.map(({ code, message }) => [code, message])).toEqual([
			['reference-outside', expect.stringMatching(said)],
		]);
		expect(problems[0]?.place).toMatchObject({ line: 6, column: 13 });
		expect(problems[0]?.hint).toContain('bundle');
	});

	it('by the address of a file that lies inside, too', () => {
		const { path, problems } = load('x');
		expect(problems[0]).toMatchObject({ code: 'unreadable-file', place: { line: 6 } });
		expect(load(pathToFileURL(join(path, 'api/b.yaml')).href).problems[0]?.code).toBe('reference-outside');
	});

	it.each([
		['nowhere', '#/components/schemas/Lost', 'leads nowhere'],
		['to themselves', '#/components/schemas/A', 'leads back to itself'],
		['through themselves', '#/components/schemas/A/x', 'leads nowhere'],
		['to a broken escape', '#/components/schemas/%E0%A4%A', 'leads nowhere'],
	])('%s', (_title, reference, said) => {
		const { problems } = load(reference);
		expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
		expect(problems[0]?.place).toMatchObject({ line: 6, column: 13 });
	});
});

describe('Bombs', () => {
	const head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\n";
	const loadText = (text: string, name = 'openapi.yaml') => {
		const { path, remove } = createScratchFolder('bombs');
		onTestFinished(remove);
		writeFileSync(join(path, name), text);
		return loadDocument(join(path, name));
	};

	it('of aliases are refused at their place', () => {
		const levels = Array.from({ length: 9 }, (_, at) => `x-${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`);
		const { problems } = loadText(`${head}x-0: &a0 [lol, lol]\n${levels.join('\n')}\n`);
		expect(problems[0]).toMatchObject({ code: 'too-many-aliases', place: { line: expect.any(Number) } });
		expect(loadText(`${head}x-0: &a [*a]\n`).problems[0]?.code).toBe('too-many-aliases');
	});

	it('of depth are refused, in YAML and JSON', () => {
		const deep = '['.repeat(20_000) + ']'.repeat(20_000);
		expect(loadText(`${head}x-deep: ${deep}\n`).problems[0]?.code).toMatch(/too-deep|malformed-yaml/);
		expect(loadText(`{"openapi":"3.1.0","paths":{},"x-deep":${deep}}`, 'openapi.json').problems[0]?.code).toBe(
			'too-deep',
		);
		expect(
			loadText(`{"openapi":"3.1.0","paths":{},"x-deep":${'['.repeat(20_000)}`, 'openapi.json').problems[0]?.code,
		).toMatch(/too-deep|malformed-json/);
	});

	it('of schemas that multiply end, and so do chains and circles', () => {
		const level = (at: number) =>
			`    L${at}: { allOf: [${`{ $ref: '#/components/schemas/L${at + 1}' }, `.repeat(20)}], properties: {${Array.from({ length: 20 }, (_, n) => `p${n}: { $ref: '#/components/schemas/L${at + 1}' }`).join(', ')}} }`;
		const chain = Array.from({ length: 2000 }, (_, at) => `    C${at}: { $ref: '#/components/schemas/C${at + 1}' }`);
		const schemas = [
			...Array.from({ length: 12 }, (_, at) => level(at)),
			'    L12: { const: 1 }',
			...chain,
			'    C2000: { const: 2 }',
			"    Self: { allOf: [{ $ref: '#/components/schemas/Self' }], properties: { next: { $ref: '#/components/schemas/Self' }, n: { const: 3 } } }",
		];
		const { document, problems } = loadText(`${head}components:\n  schemas:\n${schemas.join('\n')}\n`);
		expect(problems).toEqual([]);
		if (!document) throw new Error('no document');
		const sample = (name: string) => toJsonText(sampleSchema(document, { $ref: `#/components/schemas/${name}` }, 'x'));
		expect(sample('L0').length).toBeLessThan(100_000);
		expect(sample('C0')).toBe('2');
		expect(sample('Self')).toBe('{"n":3}');
	});

	it('of a million values are read', () => {
		const values = Array.from({ length: 1_000_000 }, (_, at) => at);
		const root = {
			openapi: '3.1.0',
			paths: {
				'/x': {
					get: { parameters: [{ name: 'n', in: 'query', required: true, schema: { enum: values } }], responses: {} },
				},
			},
		};
		const { document } = loadText(JSON.stringify(root), 'openapi.json');
		expect(document && readOperations(document)).toHaveLength(1);
	});

	it('of keys that come twice are told at the second', () => {
		expect(loadText(`${head}x-a: 1\nx-a: 2\n`).problems[0]).toMatchObject({
			code: 'malformed-yaml',
			place: { line: 5, column: 1 },
		});
	});

	it('of merge keys are what they say', () => {
		const { document, problems } = loadText(`${head}x-base: &base { a: 1, b: 2 }\nx-more: { <<: *base, b: 3 }\n`);
		expect(problems).toEqual([]);
		expect(document?.root['x-more']).toEqual({ a: 1, b: 3 });
	});
});

describe('Swagger 2.0', () => {
	it('is told how it can be converted', () => {
		const { problems } = load('', { 'api/openapi.yaml': "swagger: '2.0'\n" });
		expect(problems).toEqual([
			expect.objectContaining({
				code: 'swagger-2',
				place: expect.objectContaining({ line: 1 }),
				hint: expect.stringContaining('npx swagger2openapi'),
			}),
		]);
	});
});
