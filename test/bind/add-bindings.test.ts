import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addBindings, beginSdk } from '../../src/bind/add-bindings.ts';
import type { GuessedBinding } from '../../src/bind/guess-binding.ts';

const added = new Map<string, GuessedBinding>([
	['getItem', { on: 'client', path: ['items'], call: 'get', args: ['id'], options: ['locale'] }],
]);
const lines = (indent: string) =>
	[
		'getItem:',
		'  on: client',
		'  path: [items] # guessed',
		'  call: get # guessed',
		'  args: [id]',
		'  options: [locale]',
	]
		.map((line) => `${indent}${line}\n`)
		.join('');

describe('Bindings that are added to a file', () => {
	it.each([
		['after the last one', 'bindings:\n    listItems: { call: list } # ours\n', '    '],
		['where the file ends without a line break', 'bindings:\n  listItems:\n    call: list', '  '],
		[
			'after a text of several lines',
			'bindings:\n  listItems:\n    unsupported: >-\n      Nobody\n      knows.\n',
			'  ',
		],
	])('stand %s', (_, text, indent) => {
		const whole = text.endsWith('\n') ? text : `${text}\n`;
		expect(addBindings(text, added)).toBe(`${whole}${lines(indent)}`);
	});

	it('leave what stands behind them, with its comments, and every letter before', () => {
		const before = `sdk:   shop  # as it is\nbindings:\n  listItems: { call: list }   # ours\n`;
		const after = `\n# Types come last.\ntypes: {}\n`;
		expect(addBindings(before + after, added)).toBe(before + lines('  ') + after);
	});

	it.each([
		'sdk: shop\n',
		'sdk: shop\nbindings:\n',
		'sdk: shop\nbindings: {}\n',
		'sdk: shop\nbindings: {} # none yet\ntypes: {}\n',
	])('begin where there are none: %j', (text) => {
		const data = parse(addBindings(text, added) ?? '');
		expect(data).toMatchObject({ sdk: 'shop', bindings: { getItem: { call: 'get', args: ['id'] } } });
	});

	it('are refused where they could only be added by writing the file anew', () => {
		expect(addBindings('bindings: { listItems: { call: list } }\n', added)).toBeUndefined();
	});

	it('change nothing where nothing is missing', () => {
		expect(addBindings('bindings:   {}\n', new Map())).toBe('bindings:   {}\n');
	});
});

it('A file that is begun names the SDK, the description and the schema', () => {
	expect(beginSdk('my api: 1', './openapi.yaml', '../sdk.schema.json')).toBe(
		'$schema: ../sdk.schema.json\nsdk: "my api: 1" # guessed\nopenapi: ./openapi.yaml\n',
	);
});
