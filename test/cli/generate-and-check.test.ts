import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, Workplace } from './specimen.ts';

let generated: Workplace;
let place: Workplace;
beforeAll(() => {
	generated = new Workplace();
	expect(generated.specimen('generate').code).toBe(0);
});
afterAll(() => generated.remove());
beforeEach(() => {
	place = new Workplace(generated);
});
afterEach(() => place.remove());

const sample = 'samples/plivo/removeShortcode/v1/remove_shortcode.py';

function noTrace({ stderr, stdout }: Outcome): void {
	expect(stderr + stdout).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

describe('specimen generate', () => {
	it('writes the same bytes twice', () => {
		const before = place.read('samples/plivo/manifest.json');
		const again = place.specimen('generate');
		expect(again.stderr).toMatch(/: 0 written, \d+ unchanged, 0 deleted/);
		expect(place.read('samples/plivo/manifest.json')).toBe(before);
	});

	it('changes only what is selected, and deletes only what the old manifest lists', () => {
		const mine = join(place.folder, 'samples/plivo/removeShortcode/v1/notes.txt');
		writeFileSync(mine, 'my own');
		place.edit('spec/plivo/sdk.yaml', 'v1: { call: remove_shortcode }', 'v1: { call: remove_short_code }');
		const only = place.specimen('generate', '--language', 'python', '--style', 'v2');
		expect(only.stderr).toContain(': 0 written');
		expect(place.read(sample)).toContain('remove_shortcode(');
		expect(place.specimen('generate', '--language', 'python').stderr).toContain(': 1 written');
		expect(place.read(sample)).toContain('remove_short_code(');
		expect(existsSync(mine)).toBe(true);
	});

	it('removes the samples of a style that is gone', () => {
		place.edit('spec/plivo/sdk.yaml', '      v1: { call: remove_shortcode }\n', '');
		// Node's profile speaks of the style too, so the style is not gone there.
		expect(place.specimen('generate', '--language', 'python').code).toBe(0);
		expect(existsSync(join(place.folder, sample))).toBe(false);
		expect(place.specimen('check', '--language', 'python').code).toBe(0);
	});

	it('writes nothing at all where one binding is at fault', () => {
		const before = place.read('samples/plivo/manifest.json');
		place.edit('spec/plivo/sdk.yaml', 'call: find_shortcode', 'call: seek_shortcode');
		place.edit('spec/plivo/sdk.yaml', 'args: [tollfree]', 'args: [tolfree]');
		const outcome = place.specimen('generate');
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toContain('Nothing was written.');
		expect(outcome.stderr).toContain('Did you mean "tollfree"?');
		expect(place.read('samples/plivo/manifest.json')).toBe(before);
		expect(readdirSync(join(place.folder, 'samples/plivo')).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	it('prefers an authored sample, and lists it as one', () => {
		const folder = join(place.folder, 'spec/plivo/authored/removeShortcode/v1');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'remove_shortcode.py'), 'print("by hand")\n');
		expect(place.specimen('generate').code).toBe(0);
		expect(place.read(sample)).toBe('print("by hand")\n');
		expect(place.read('samples/plivo/manifest.json')).toMatch(
			/removeShortcode\/v1\/remove_shortcode\.py".*"authored":true/,
		);
		expect(place.specimen('check').code).toBe(0);
	});
});

describe('specimen check', () => {
	it('finds an unchanged tree in step', () => {
		const outcome = place.specimen('check');
		expect(outcome).toMatchObject({ code: 0, stdout: '' });
		expect(outcome.stderr).toContain('in step with the spec');
	});

	it('names the line of one changed character in a sample', () => {
		place.edit(sample, 'powerpack.remove_shortcode', 'powerpack.remove_shortcodf');
		const outcome = place.specimen('check');
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toMatch(/remove_shortcode\.py:11:1 error stale/);
		expect(outcome.stderr).toContain('-    response = powerpack.remove_shortcodf("<shortcode>")');
	});

	it('names what one changed character in a binding makes stale', () => {
		place.edit('spec/plivo/sdk.yaml', 'call: remove_shortcode', 'call: remove_shortcodf');
		const outcome = place.specimen('check');
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toContain('samples/plivo/removeShortcode/v1/remove_shortcode.py:11:1 error stale');
	});

	it('finds a missing and a left-over file', () => {
		rmSync(join(place.folder, sample));
		writeFileSync(join(place.folder, 'samples/plivo/removeShortcode/v2/old.py'), '');
		const outcome = place.specimen('check');
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toContain(`${sample}:1:1 error missing`);
		expect(outcome.stderr).toContain('removeShortcode/v2/old.py:1:1 error left-over');
	});

	it('shows one change in many files once, as Markdown', () => {
		place.edit('spec/plivo/sdk/python.yaml', 'construct: plivo.RestClient', 'construct: plivo.RestKlient');
		const outcome = place.specimen('check', '--language', 'python', '--reporter', 'markdown');
		expect(outcome.code).toBe(1);
		expect(outcome.stdout.match(/^### /gm)).toHaveLength(1);
		expect(outcome.stdout).toMatch(/^### 31 files stale/m);
	});

	it('annotates lines for GitHub', () => {
		place.edit(sample, 'import plivo', 'import plivoo');
		const outcome = place.specimen('check', '--reporter', 'github');
		expect(outcome.stdout).toMatch(
			/^::error file=samples\/plivo\/removeShortcode\/v1\/remove_shortcode\.py,line=3,title=stale::/m,
		);
	});

	it('prints everything as JSON', () => {
		place.edit(sample, 'import plivo', 'import plivoo');
		const { drift, problems } = JSON.parse(place.specimen('check', '--reporter', 'json').stdout);
		expect(problems).toEqual([]);
		expect(drift).toEqual([{ kind: 'stale', file: sample, line: 3 }]);
	});

	const faults: [name: string, file: string, from: string, to: string, told: RegExp, code: number][] = [
		[
			'malformed YAML',
			'spec/plivo/openapi.yaml',
			'paths:\n',
			'paths: [\n',
			/openapi\.yaml:\d+:\d+ error malformed-yaml/,
			2,
		],
		[
			'a dangling $ref',
			'spec/plivo/openapi.yaml',
			'"#/components/parameters/Limit"',
			'"#/components/parameters/Limitt"',
			/openapi\.yaml:\d+:\d+ error dangling-reference/,
			2,
		],
		[
			'an unknown operation of the mock',
			'spec/plivo/mock.yaml',
			'removeShortcode:',
			'removeShortcod:',
			/mock\.yaml:\d+:3 error unknown-operation[\s\S]*Did you mean "removeShortcode"\?/,
			1,
		],
		[
			'an unknown operation',
			'spec/plivo/sdk.yaml',
			'  removeShortcode:',
			'  removeShortcod:',
			/sdk\.yaml:\d+:3 error unknown-operation[\s\S]*Did you mean "removeShortcode"\?/,
			1,
		],
		[
			'an unbound operation',
			'spec/plivo/sdk.yaml',
			'  removeShortcode:',
			'  removeShortcod:',
			/removeShortcode has no binding/,
			1,
		],
		[
			'an unknown field',
			'spec/plivo/sdk.yaml',
			'bind: count',
			'bindd: count',
			/sdk\.yaml:\d+:\d+ error unknown-field[\s\S]*Did you mean "bind"\?/,
			1,
		],
		[
			'a value that nothing passes',
			'spec/plivo/sdk.yaml',
			'options: [sticky_sender, local_connect,',
			'options: [local_connect,',
			/value-not-passed[\s\S]*"sticky_sender"/,
			1,
		],
		[
			'an unknown argument',
			'spec/plivo/sdk/python.yaml',
			'value: powerpack_uuid',
			'value: powerpack_uid',
			/python\.yaml:\d+:\d+ error unknown-value[\s\S]*Did you mean "powerpack_uuid"\?/,
			1,
		],
		[
			'a fault of the spec',
			'spec/plivo/openapi.yaml',
			'      operationId: removeShortcode\n',
			'      operationId: removeShortcode\n      sumary: x\n',
			/openapi\.yaml:\d+:\d+ error struct/,
			1,
		],
	];
	it.each(faults)('tells %s with its place and what to do', (_name, file, from, to, told, code) => {
		place.edit(file, from, to);
		const outcome = place.specimen('check');
		expect(outcome.stderr).toMatch(told);
		expect(outcome.code).toBe(code);
		noTrace(outcome);
	});
});

describe('Arguments that make no sense', () => {
	it.each([
		['generate', '--nope'],
		['generate', '--language', 'pythn'],
		['generate', '--style', 'v3'],
		['check', '--spec', 'nowhere.yaml'],
		['check', '--reporter', 'xml'],
		['sample'],
		['sample', 'removeShortcod', '--language', 'python'],
		['sample', 'removeShortcode', '--language', 'python', '--set', 'nothing'],
		['bogus'],
	])('end with 2 and one sentence: %s %s %s', (...args) => {
		const outcome = place.specimen(...args);
		expect(outcome.code).toBe(2);
		expect(outcome.stdout).toBe('');
		expect(outcome.stderr).toMatch(/^specimen: /);
		noTrace(outcome);
	});
});
