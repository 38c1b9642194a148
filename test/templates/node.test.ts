import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { layOut } from '../../src/core/layout.ts';
import { fitsDouble, type Value } from '../../src/core/value.ts';
import { node } from '../../templates/node/language.ts';
import { hugLast } from '../../templates/node/layout.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

/** Runs literals through the Node that runs this, and reads them back as JSON with every digit of a BigInt. */
function roundTrip(literals: string[]): string[] {
	const exact = '(name, item) => (typeof item === "bigint" ? JSON.rawJSON(String(item)) : item)';
	const program = `const value = 'x';\nfor (const item of [\n${literals.map((code) => `${code},\n`).join('')}]) console.log(JSON.stringify(item, ${exact}));\n`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], { input: program, encoding: 'utf8' });
	expect(stderr).toBe('');
	return stdout.trimEnd().split('\n');
}

/** The value as JavaScript holds it: a decimal beyond a double's digits is a string, an integer is a BigInt. */
function held(value: Value): Value {
	switch (value.kind) {
		case 'decimal':
			return fitsDouble(value.text) ? value : { kind: 'string', text: value.text };
		case 'list':
			return { kind: 'list', items: value.items.map(held) };
		case 'map':
			return { kind: 'map', entries: value.entries.map(([name, item]) => [name, held(item)]) };
		default:
			return value;
	}
}

const print = (value: Value) => layOut(node.literal(value), node.rules, '');

describe('Node literals', () => {
	it('say what they mean to the real interpreter', () => {
		const decimals = fc
			.constantFrom('0.12345678901234567890', '1e400', '-123456789012345678.5')
			.map((text): Value => ({ kind: 'decimal', text }));
		fc.assert(
			fc.property(fc.array(fc.oneof(arbitraryValue, decimals), { minLength: 50, maxLength: 200 }), (values) => {
				const read = roundTrip(values.map(print)).map((line) => comparable(parseJsonValue(line) ?? { kind: 'null' }));
				expect(read).toEqual(values.map(held).map(comparable));
			}),
			{ numRuns: 5 },
		);
	});

	it('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => {
			const fixed = { text: node.inside(text) };
			return node.interpolate([fixed, { code: 'value' }, fixed]);
		});
		const read = roundTrip(literals).map((line) => JSON.parse(line));
		expect(read).toEqual(hostileTexts.map((text) => `${text}x${text}`));
	});

	it('hold a text in pieces without interpolating across their borders', () => {
		const pieces = ['$', '{value}', "it's ${", 'say "hi"}', '\\', '`'];
		const literals = pieces.map((piece) =>
			node.interpolate([piece, piece].map((text) => ({ text: node.inside(text) }))),
		);
		literals.push(node.interpolate(pieces.map((text) => ({ text: node.inside(text) }))));
		const read = roundTrip(literals).map((line) => JSON.parse(line));
		expect(read).toEqual([...pieces.map((piece) => piece + piece), pieces.join('')]);
	});

	it('are a BigInt or a text where a number would lose digits', () => {
		const texts = ['9007199254740992', '9007199254740993', '1000000000000000000000'];
		expect(texts.map((text) => print({ kind: 'integer', text }))).toEqual([
			'9007199254740992',
			'9007199254740993n',
			'1000000000000000000000n',
		]);
		const decimals = ['1.50', '1E+22', '0.12345678901234567890'];
		expect(decimals.map((text) => print({ kind: 'decimal', text }))).toEqual([
			'1.5',
			'1e22',
			"'0.12345678901234567890'",
		]);
	});

	it('take the quotes that Prettier asks for', () => {
		const texts = ['plain', `say "hi"`, `it's`, `'"`, 'a\\b', 'line\n'];
		expect(texts.map(node.string)).toEqual([`'plain'`, `'say "hi"'`, `"it's"`, `'\\'"'`, `'a\\\\b'`, `'line\\n'`]);
	});

	it('quote the keys that have to be', () => {
		const names = ['plain', 'Content-Type', '0', '007', '', 'class', '__proto__'];
		const one: Value = { kind: 'integer', text: '1' };
		expect(print({ kind: 'map', entries: names.map((name) => [name, one]) })).toBe(
			`{\n  plain: 1,\n  'Content-Type': 1,\n  0: 1,\n  '007': 1,\n  '': 1,\n  class: 1,\n  ['__proto__']: 1,\n}`,
		);
	});

	it('break as Prettier breaks them', () => {
		const long = 'x'.repeat(72);
		const value = parseJsonValue(`{"body":"${long}","title":"${long}","pairs":[[1,2],[3,4]]}`);
		expect(value && print(value)).toBe(
			`{\n  body: '${long}',\n  title:\n    '${long}',\n  pairs: [\n    [1, 2],\n    [3, 4],\n  ],\n}`,
		);
		const options = node.call.options?.([['name', `'${long}'`]], undefined) ?? '';
		const args = { open: '(', close: ')', items: ["'a'", options] };
		expect(layOut(hugLast('call', args, 0), node.rules, '')).toBe(`call('a', {\n  name: '${long}',\n})`);
	});
});
