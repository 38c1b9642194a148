import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Workplace } from './specimen.ts';

let place: Workplace;
beforeEach(() => {
	place = new Workplace();
	onTestFinished(() => place.remove());
	const operation = (more: string) => `{ ${more} responses: { 204: { description: done } } }`;
	writeFileSync(
		join(place.folder, 'faulty.yaml'),
		`openapi: 3.1.0
info: { title: Half at fault, version: '1' }
servers: [{ url: https://example.com }]
paths:
  /good: { get: ${operation('operationId: good,')} }
  /lost: { get: ${operation("operationId: lost, parameters: [{ $ref: '#/components/parameters/none' }],")} }
  /schema: { post: ${operation("operationId: schema, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/none' } } } },")} }
  /header: { get: ${operation('operationId: header, parameters: [{ name: X, in: header, example: "a\\nb" }],')} }
  /mixed: { post: ${operation('operationId: mixed, requestBody: { content: { multipart/mixed: { example: { a: 1 } } } },')} }
  /twice: { get: ${operation('operationId: good,')} }
  /too-good: { get: ${operation('')} }
`,
	);
});

const args = ['generate', '--spec', 'faulty.yaml', '--out', 'out'];

describe('A description that is at fault in places', () => {
	it('is written not at all by default, and each fault is told with its place', () => {
		const { code, stderr } = place.specimen(...args);
		expect(code).toBe(2);
		expect(stderr).toContain('Nothing was written.');
		expect(stderr).toMatch(/faulty\.yaml:6:\d+ error dangling-reference/);
		expect(stderr).toMatch(/faulty\.yaml:7:\d+ error dangling-reference/);
		expect(existsSync(join(place.folder, 'out'))).toBe(false);
	});

	it('is written where it is not at fault with --keep-going, and ends with 1', () => {
		const { code, stderr } = place.specimen(...args, '--keep-going');
		expect(code).toBe(1);
		for (const [line, kind] of [
			[6, 'dangling-reference'],
			[7, 'dangling-reference'],
			[8, 'unsendable-header'],
			[9, 'unsupported-media-type'],
			[10, 'same-operation-id'],
		])
			expect(stderr).toMatch(new RegExp(`faulty\\.yaml:${line}:\\d+ error ${kind}`));
		expect(stderr.match(/ error [a-z-]+/g)).toHaveLength(5);
		expect(stderr).toContain('What is at fault was left out.');
		const { samples } = JSON.parse(place.read('out/manifest.json')) as { samples: { operationId: string }[] };
		expect([...new Set(samples.map(({ operationId }) => operationId))]).toEqual(['get-too-good', 'good']);
		expect(samples).toHaveLength(16);
	});
});
