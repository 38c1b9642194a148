import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { layOut } from '../../src/core/layout.ts';
import { ruby } from '../../templates/ruby/language.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = spawnSync('ruby', ['-v']).error !== undefined;

/** Runs a test with the real interpreter; without one it is skipped, but fails where CI=true. */
const withRuby = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip('ruby is not installed') : test()));

/** Runs literals through the real interpreter and reads them back as JSON. Warnings fail. */
function roundTrip(literals: string[]): string[] {
	const program = `require 'json'\n[\n${literals.map((code) => `${code},\n`).join('')}].each { |value| puts JSON.generate(value) }\n`;
	const { stdout, stderr } = spawnSync('ruby', ['-w', '-'], { input: program, encoding: 'utf8' });
	expect(stderr).toBe('');
	return stdout.trimEnd().split('\n');
}

describe('Ruby literals', () => {
	withRuby('say what they mean to the real interpreter', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const printed = values.map((value) => layOut(ruby.literal(value), ruby.rules, ''));
				const read = roundTrip(printed).map((line) => comparable(parseJsonValue(line) ?? { kind: 'null' }));
				expect(read).toEqual(values.map(comparable));
			}),
			{ numRuns: 5 },
		);
	});

	withRuby('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => ruby.interpolate([{ text: ruby.inside(text) }, { code: 'value' }]));
		const read = roundTrip(literals.map((code) => `->(value) { ${code} }.call('x')`));
		expect(read.map((line) => JSON.parse(line))).toEqual(hostileTexts.map((text) => `${text}x`));
	});

	withRuby('hold a text in pieces without interpolating across their borders', () => {
		const pieces = ['#', '{1 + 1}', "it's #", '@x', '\\', '$0'];
		const literals = pieces.map((piece) =>
			ruby.interpolate([piece, piece].map((text) => ({ text: ruby.inside(text) }))),
		);
		literals.push(ruby.interpolate(pieces.map((text) => ({ text: ruby.inside(text) }))));
		const read = roundTrip(literals).map((line) => JSON.parse(line));
		expect(read).toEqual([...pieces.map((piece) => piece + piece), pieces.join('')]);
	});

	it('take the quotes that RuboCop asks for', () => {
		const texts = ['plain', `say "hi"`, `it's`, 'a\\b', '#{x}', 'a # b', 'line\n'];
		expect(texts.map(ruby.string)).toEqual([
			`'plain'`,
			`'say "hi"'`,
			`"it's"`,
			`'a\\\\b'`,
			`"\\#{x}"`,
			`'a # b'`,
			`"line\\n"`,
		]);
	});
});
