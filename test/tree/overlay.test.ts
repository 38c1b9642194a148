import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query } from 'jsonpath-rfc9535';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asObject } from '../../src/core/document.ts';
import type { Sample } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { printOverlay } from '../../src/tree/overlay.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { languages } from '../../templates/index.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface CodeSample {
	lang: string;
	label: string;
	source: string;
}

function overlayOf(file: string) {
	const { api, document, problems } = loadApi(file, languages);
	if (!api || !document) throw new Error(JSON.stringify(problems));
	const samples = planTree(api, languages, []).samples.map(({ sample }) => sample);
	return { api, samples, ...printOverlay({ api, document, samples, languages }) };
}

function writeSpec(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-overlay-'));
	folders.push(folder);
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	return join(folder, 'openapi.yaml');
}

/** What the overlay's actions put where, by what a JSONPath engine finds at their targets in the document. */
function apply(text: string, description: string): Map<unknown, CodeSample[]> {
	const document = parse(description);
	const added = new Map<unknown, CodeSample[]>();
	for (const { target, update } of parse(text).actions) {
		const [found, another] = query(document, target);
		expect([typeof found, another], target).toEqual(['object', undefined]);
		added.set(found, update['x-codeSamples']);
	}
	return added;
}

describe('An overlay', () => {
	it("puts every sample of Plivo's at its operation", () => {
		const { text, samples, api, problems } = overlayOf('spec/plivo/openapi.yaml');
		expect(problems).toEqual([]);
		const added = apply(text, readFileSync('spec/plivo/openapi.yaml', 'utf8'));
		const operations = [...added].map(([operation, list]) => [asObject(operation).operationId, list] as const);
		const found: Record<string, CodeSample[]> = Object.fromEntries(operations);
		const expected = (sample: Sample) => api.tasks.find(({ id }) => id === sample.operationId)?.operation.id ?? '';
		for (const sample of samples) expect(found[expected(sample)]?.map(({ source }) => source)).toContain(sample.code);
		expect([...added.values()].flat().length).toBe(samples.length);
		expect(found.removeShortcode?.map(({ label }) => label).slice(0, 3)).toEqual([
			'Python, Version 1',
			'Python, Version 2',
			'Python, HTTP',
		]);
		expect(found.listNumbers?.map(({ label }) => label)).toContain('Go, HTTP: Count the numbers of a pool');
	});

	it('says what it is, and is the same each time', () => {
		const { text } = overlayOf('spec/plivo/openapi.yaml');
		expect(parse(text)).toMatchObject({ overlay: '1.1.0', info: { version: '1.0.0' } });
		expect(overlayOf('spec/plivo/openapi.yaml').text).toBe(text);
	});

	it('finds paths of any signs, and operations behind a reference', () => {
		const answer = 'responses: { "200": { description: Well } }';
		const description = `openapi: 3.2.0
info: { title: Odd, version: 1.0.0 }
paths:
  "/it's/{a}": { get: { operationId: quote, ${answer} } }
  "/back\\\\slash~/x": { get: { operationId: slash, ${answer} }, post: { operationId: slashPost, ${answer} } }
  /shared: { $ref: "#/components/pathItems/Shared~1Item" }
  /copy: { additionalOperations: { COPY: { operationId: copy, ${answer} } } }
components:
  pathItems:
    Shared/Item: { put: { operationId: shared, ${answer} } }
`;
		const { text, problems } = overlayOf(writeSpec({ 'openapi.yaml': description }));
		expect(problems).toEqual([]);
		const added = [...apply(text, description)].map(([operation]) => asObject(operation).operationId);
		expect(added).toEqual(['quote', 'slash', 'slashPost', 'shared', 'copy']);
	});

	it('complains of an operation that no overlay reaches', () => {
		const { problems, text } = overlayOf(
			writeSpec({
				'openapi.yaml': 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  /x: { $ref: "./other.yaml#/x" }\n',
				'other.yaml': 'x: { get: { operationId: far, responses: { "200": { description: Well } } } }\n',
			}),
		);
		expect(problems).toMatchObject([{ code: 'unreachable-operation', place: { line: 4 } }]);
		expect(parse(text).actions).toEqual([]);
	});
});
