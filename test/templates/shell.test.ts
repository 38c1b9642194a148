import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { jsonLiteral } from '../../templates/shell/json.ts';
import { shell } from '../../templates/shell/language.ts';
import { printfFormat } from '../../templates/shell/text.ts';
import { arbitraryText, arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = spawnSync('bash', ['--version']).error !== undefined;

/** Runs a test with the real shell; without one it is skipped, but fails where CI=true. */
const withBash = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip('bash is not installed') : test()));

/** Runs lines in a bash that knows no characters but ASCII, the worst a reader can have. */
function run(lines: string[]): string {
	const env = { PATH: process.env.PATH, LC_ALL: 'C' };
	const { stdout, stderr } = spawnSync('bash', ['-u'], { input: `${lines.join('\n')}\n`, encoding: 'utf8', env });
	expect(stderr).toBe('');
	return stdout;
}

/** What each literal is to the shell. */
function roundTrip(literals: string[]): string[] {
	return run(['value=x', ...literals.map((code) => `printf '%s\\0' ${code}`)])
		.split('\0')
		.slice(0, -1);
}

/** bash ends a text at a NUL: what holds one is never written as a literal. */
const sayable = (text: string) => !text.includes('\0');

describe('Shell literals', () => {
	withBash('say what they mean to the real shell', () => {
		fc.assert(
			fc.property(fc.array(arbitraryText.filter(sayable), { minLength: 50, maxLength: 200 }), (texts) => {
				expect(roundTrip(texts.map(shell.string))).toEqual(texts);
			}),
			{ numRuns: 5 },
		);
	});

	withBash('interpolate variables between any texts', () => {
		fc.assert(
			fc.property(fc.array(arbitraryText.filter(sayable), { minLength: 50, maxLength: 200 }), (texts) => {
				const literals = [...hostileTexts.filter(sayable), ...texts].map((text) => {
					const fixed = { text: shell.inside(text) };
					return shell.interpolate([fixed, { code: 'value' }, fixed]);
				});
				const expected = [...hostileTexts.filter(sayable), ...texts].map((text) => `${text}x${text}`);
				expect(roundTrip(literals)).toEqual(expected);
			}),
			{ numRuns: 5 },
		);
	});

	withBash('hold a text in pieces without interpolating across their borders', () => {
		const pieces = ['$', 'value', "it's $", '(exit)', '\\', 'n', '`'];
		const literals = pieces.map((piece) =>
			shell.interpolate([piece, piece].map((text) => ({ text: shell.inside(text) }))),
		);
		literals.push(shell.interpolate(pieces.map((text) => ({ text: shell.inside(text) }))));
		expect(roundTrip(literals)).toEqual([...pieces.map((piece) => piece + piece), pieces.join('')]);
	});

	withBash('hold JSON of any value', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const read = roundTrip(values.map((value) => jsonLiteral(value, '  ', 7)));
				expect(read.map((text) => comparable(parseJsonValue(text) ?? { kind: 'null' }))).toEqual(
					values.map(comparable),
				);
			}),
			{ numRuns: 5 },
		);
	});

	withBash('reach standard input with what no argument can hold', () => {
		const texts = [...hostileTexts, '-v \0', '\x007', '%d\0%%', '$x `y`\0'];
		expect(run(texts.map((text) => `printf ${printfFormat(`${text}\n`)}`))).toBe(
			texts.map((text) => `${text}\n`).join(''),
		);
	});

	it('are plain wherever they can be', () => {
		const texts = ['plain', 'say "hi"', `it's`, '$5', 'a\\', '日本', 'line\n', '\u2028'];
		expect(texts.map(shell.string)).toEqual([
			`'plain'`,
			`'say "hi"'`,
			`$'it\\'s'`,
			`$'$5'`,
			`$'a\\x5c'`,
			`'日本'`,
			`$'line\\n'`,
			`$'\\xe2\\x80\\xa8'`,
		]);
		const between = (before: string, after: string) =>
			shell.interpolate([{ text: shell.inside(before) }, { code: 'id' }, { text: shell.inside(after) }]);
		expect(between('a/', '/"b"')).toBe(`"a/$id/\\"b\\""`);
		expect(between('\n', 'x')).toBe(`$'\\n'"\${id}x"`);
	});

	it('refuse a NUL', () => {
		expect(() => shell.string('a\0')).toThrow('NUL');
	});
});
