import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { asObject } from '../../src/core/document.ts';
import { isJsonMediaType } from '../../src/core/operation.ts';
import { lintDocument } from '../../src/load/lint.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { languages } from '../../templates/index.ts';

const { api, document, problems } = loadApi('spec/plivo/openapi.yaml', languages);
if (!api || !document) throw new Error(JSON.stringify(problems));
const operations = [...new Set(api.tasks.map(({ operation }) => operation))];
const sdks = ['python', 'ruby', 'node', 'php', 'java', 'csharp'];

describe('The description of the Powerpack and Number Pool API', () => {
	it('has the seventeen operations and nineteen tasks', () => {
		expect(operations).toHaveLength(17);
		expect(api.tasks.map(({ id }) => id)).toEqual(expect.arrayContaining(['countNumbers', 'buyAndAddNumber']));
		expect(api.tasks).toHaveLength(19);
	});

	it("passes Redocly's recommended rules without a finding", async () => {
		expect(await lintDocument('spec/plivo/openapi.yaml')).toEqual([]);
	});

	it('documents success, 400 or 404, and 401 with examples that fit their schemas', () => {
		const ajv = new Ajv2020({ strict: false, validateFormats: false });
		ajv.addSchema({ $id: 'openapi.yaml', ...document.root });
		for (const { id, responses } of operations) {
			const statuses = responses.map(({ status }) => status);
			expect(statuses, id).toEqual(expect.arrayContaining(['200', '401']));
			for (const { status, mediaTypes } of responses) {
				const json = mediaTypes.find(({ name }) => isJsonMediaType(name));
				expect(json?.examples.length, `${id} ${status}`).toBeGreaterThan(0);
				const schema = JSON.parse(JSON.stringify(json?.schema).replaceAll('"#/', '"openapi.yaml#/'));
				for (const { name, value } of json?.examples ?? []) {
					expect(ajv.validate(schema, value), `${id} ${status} ${name}: ${ajv.errorsText()}`).toBe(true);
				}
			}
		}
	});

	it('speaks of one pool throughout: the one that the powerpack names', () => {
		const text = JSON.stringify(document.root);
		const pools = new Set([...text.matchAll(/NumberPool\/([0-9a-f]{8}-[0-9a-f-]{27})/g)].map((match) => match[1]));
		expect([...pools]).toHaveLength(1);
		const values = new Set([...text.matchAll(/"number_pool_uuid":"([^"]+)"/g)].map((match) => match[1]));
		expect([...values]).toEqual([...pools]);
	});
});

describe('The committed samples', () => {
	const tree = (task: string, style: string) => {
		const folder = join('samples/plivo', task, style);
		return existsSync(folder) ? readdirSync(folder) : [];
	};

	it('hold both versions of a pool call for six SDKs, Version 1 for Go, and HTTP for all eight', () => {
		expect(tree('removeShortcode', 'v1').sort()).toEqual([
			'RemoveShortcode.cs',
			'RemoveShortcode.java',
			'remove-shortcode.mjs',
			'remove_shortcode.go',
			'remove_shortcode.php',
			'remove_shortcode.py',
			'remove_shortcode.rb',
		]);
		expect(tree('removeShortcode', 'v2')).toHaveLength(6);
		expect(tree('removeShortcode', 'v2')).not.toContain('remove_shortcode.go');
		expect(tree('removeShortcode', 'http')).toHaveLength(8);
	});

	it('hold every task in every language that can say it', () => {
		for (const { id } of api.tasks) {
			expect(tree(id, 'http'), id).toHaveLength(8);
			const versions = [tree(id, 'v1').length, tree(id, 'v2').length, tree(id, 'sdk').length];
			if (id === 'getNumberPool') expect(versions, id).toEqual([0, 0, 0]);
			else if (versions[2] === 0) expect(versions, id).toEqual([7, 6, 0]);
			else expect(versions, id).toEqual([0, 0, 7]);
		}
	});

	it('name the package and the command that installs it, for SDK styles only', () => {
		const { samples } = JSON.parse(readFileSync('samples/plivo/manifest.json', 'utf8'));
		for (const entry of samples) {
			if (entry.style === 'http') expect(asObject(entry)).not.toHaveProperty('package');
			else expect(entry.install, entry.path).toContain(entry.version);
		}
		expect(new Set(samples.map((entry: { language: string }) => entry.language))).toEqual(
			new Set([...sdks, 'go', 'shell']),
		);
	});
});
