import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { loadDocument } from '../../src/load/load-document.ts';
import { loadMock } from '../../src/load/load-mock.ts';

const file = 'spec/plivo/mock.yaml';
const text = readFileSync(file, 'utf8');
const { document } = loadDocument('spec/plivo/openapi.yaml');
const operations = readOperations(document ?? createDocument({ file: '', root: {} }));

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'specimen-mock-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loads Plivo's `mock.yaml` with one text in it replaced. */
function load(from: string, to: string) {
	expect(text).toContain(from);
	writeFileSync(join(folder, 'mock.yaml'), text.replace(from, to));
	return loadMock(folder, operations);
}

it("reads what Plivo's mock remembers, of every operation", () => {
	const { mock, problems } = loadMock('spec/plivo', operations);
	expect(problems).toEqual([]);
	expect(Object.keys(mock?.operations ?? {}).sort()).toEqual(operations.map(({ id }) => id).sort());
});

it('finds nothing wrong where there is no mock.yaml', () => {
	expect(loadMock('test/mock/fixtures/spec/library', operations)).toEqual({ problems: [] });
});

const operation = 'deletePowerpack: { remove: powerpacks }';
const faults: [name: string, from: string, to: string, code: string, message: string, hint: string][] = [
	['malformed YAML', 'collections:\n', 'collections: [\n', 'malformed-yaml', '', ''],
	[
		'a field that is none',
		'    within: powerpacks',
		'    inside: powerpacks',
		'unknown-field',
		'"inside" is no field',
		'Known: key, within',
	],
	['a field of the wrong type', 'key: [powerpack_uuid]', 'key: powerpack_uuid', 'invalid-field', 'must be array', ''],
	['a collection without a key', '    key: [powerpack_uuid]\n', '', 'invalid-field', 'lacks "key"', 'Add "key"'],
	[
		'an unknown operation',
		'deletePowerpack:',
		'deletePowerpak:',
		'unknown-operation',
		'"deletePowerpak"',
		'Did you mean "deletePowerpack"?',
	],
	[
		'an unknown collection',
		operation,
		'deletePowerpack: { remove: powerpack }',
		'unknown-collection',
		'"powerpack"',
		'Did you mean "powerpacks"?',
	],
	[
		'an unknown holder',
		'within: powerpacks',
		'within: powerpack',
		'unknown-collection',
		'"powerpack"',
		'Did you mean "powerpacks"?',
	],
	['a collection within itself', 'within: powerpacks', 'within: numbers', 'circular-collections', 'within itself', ''],
	['nothing to do', operation, 'deletePowerpack: {}', 'no-verb', 'does nothing', 'Say one of list, read, create'],
	[
		'two things to do',
		operation,
		'deletePowerpack: { read: pools, remove: pools }',
		'no-verb',
		'does read and remove',
		'',
	],
	[
		'a key that the path lacks',
		operation,
		'deletePowerpack: { remove: pools }',
		'no-key',
		'needs "number_pool_uuid" of pools',
		'auth_id, powerpack_uuid',
	],
	[
		'a key that nothing makes',
		'      powerpack_uuid: { fresh: uuid }\n',
		'',
		'no-key',
		'createPowerpack needs "powerpack_uuid"',
		'',
	],
	['an unknown kind', '{ fresh: uuid }', '{ fresh: guid }', 'unknown-kind', '"guid"', 'Did you mean "uuid"?'],
	['an unknown name', 'name: "{name}"', 'name: "{nam}"', 'unknown-name', '"nam"', 'Did you mean "name"?'],
	[
		'an unknown filter',
		'      country_iso2: country_iso2\n',
		'      country: country_iso2\n',
		'unknown-parameter',
		'no query parameter "country"',
		'',
	],
	[
		'a filter of an unknown field',
		'service: service } }',
		'service: servise } }',
		'unknown-field',
		'"servise"',
		'Did you mean "service"?',
	],
	[
		'a list where there is none',
		'at: /objects',
		'at: /object',
		'no-such-place',
		'no list at "/object"',
		'JSON pointer',
	],
	['a total where there is none', '/meta/total_count', '/meta/total', 'no-such-place', 'nothing at "/meta/total"', ''],
	[
		'a record where there is none',
		'{ read: pools }',
		'{ read: pools, at: /data }',
		'no-such-place',
		'no record at "/data"',
		'',
	],
	['an unknown paging parameter', 'limit: limit', 'limit: per_page', 'unknown-parameter', '"per_page"', ''],
	['an unknown paging name', '"{total}"', '"{count}"', 'unknown-name', '{count}', 'total'],
	[
		'an unknown field in the seed',
		'        shortcode: "444444"',
		'        shortcode: "444444"\n        colour: red',
		'unknown-field',
		'"colour"',
		'',
	],
	['a seed without a key', '        shortcode: "444444"\n', '', 'incomplete-seed', 'lacks "shortcode"', ''],
	[
		'a seed without what is made for others',
		'        created_on: "2019-10-09T11:10:59.741978Z"\n',
		'',
		'incomplete-seed',
		'lacks "created_on"',
		'',
	],
	[
		'a seed that nothing holds',
		'      - number_pool_uuid: ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f\n        number:',
		'      - number_pool_uuid: none\n        number:',
		'no-holder',
		'No record of pools',
		'',
	],
];

it.each(faults)('names the place of %s', (_name, from, to, code, message, hint) => {
	const { mock, problems } = load(from, to);
	expect(mock).toBeUndefined();
	const problem = problems.find((candidate) => candidate.code === code);
	expect(problem, JSON.stringify(problems)).toBeDefined();
	expect(problem?.message).toContain(message);
	expect(problem?.hint).toContain(hint);
	expect(problem?.place?.file).toBe(join(folder, 'mock.yaml'));
	// The place is on the line that was changed, or on what holds it.
	const changed = text.slice(0, text.indexOf(from)).split('\n').length;
	expect(problem?.place?.line).toBeGreaterThan(1);
	if (to.split('\n').length === from.split('\n').length && !['no-key', 'no-holder', 'malformed-yaml'].includes(code))
		expect(problem?.place?.line).toBeGreaterThanOrEqual(changed);
});

it('names the place of two records with one key', () => {
	const record = text.slice(
		text.indexOf('      - number_pool_uuid', text.indexOf('  shortcodes:\n')),
		text.indexOf('\n\n  tollfree:'),
	);
	const { problems } = load(record, `${record}\n${record}`);
	expect(problems).toMatchObject([{ code: 'same-key', pointer: '/collections/shortcodes/seed/1' }]);
});
