import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { layOut } from '../../src/core/layout.ts';
import type { Value } from '../../src/core/value.ts';
import { php } from '../../templates/php/language.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = spawnSync('php', ['-v']).error !== undefined;

/** Runs a test with the real interpreter; without one it is skipped, but fails where CI=true. */
const withPhp = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip('php is not installed') : test()));

/** Runs literals through the real interpreter and reads them back as JSON. Warnings fail. */
function roundTrip(literals: string[]): string[] {
	const program = `<?php\n$value = 'x';\nforeach ([\n${literals.map((code) => `${code},\n`).join('')}] as $literal) {\n    echo json_encode($literal), "\\n";\n}\n`;
	const settings = ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1', '-d', 'memory_limit=-1'];
	const { stdout, stderr } = spawnSync('php', settings, { input: program, encoding: 'utf8' });
	expect(stderr).toBe('');
	return stdout.trimEnd().split('\n');
}

/** The value as PHP holds it: integers beyond 64 bits are strings, so that no digit is lost. */
function held(value: Value): Value {
	switch (value.kind) {
		case 'integer': {
			const size = BigInt(value.text) < 0n ? -BigInt(value.text) : BigInt(value.text);
			return size < 2n ** 63n ? value : { kind: 'string', text: value.text };
		}
		case 'list':
			return { kind: 'list', items: value.items.map(held) };
		case 'map':
			return { kind: 'map', entries: value.entries.map(([name, item]) => [name, held(item)]) };
		default:
			return value;
	}
}

describe('PHP literals', () => {
	withPhp('say what they mean to the real interpreter', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const printed = values.map((value) => layOut(php.literal(value), php.rules, ''));
				const read = roundTrip(printed).map((line) => comparable(parseJsonValue(line) ?? { kind: 'null' }));
				expect(read).toEqual(values.map(held).map(comparable));
			}),
			{ numRuns: 5 },
		);
	});

	withPhp('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => php.interpolate([{ text: php.inside(text) }, { code: 'value' }]));
		const read = roundTrip(literals).map((line) => JSON.parse(line));
		expect(read).toEqual(hostileTexts.map((text) => `${text}x`));
	});

	withPhp('hold a text in pieces without interpolating across their borders', () => {
		const pieces = ['{', '$value', "it's {$", 'value}', '\\', '${value}'];
		const literals = pieces.map((piece) => php.interpolate([piece, piece].map((text) => ({ text: php.inside(text) }))));
		literals.push(php.interpolate(pieces.map((text) => ({ text: php.inside(text) }))));
		const read = roundTrip(literals).map((line) => JSON.parse(line));
		expect(read).toEqual([...pieces.map((piece) => piece + piece), pieces.join('')]);
	});

	withPhp('keep an object an object, whatever its names', () => {
		const texts = ['{}', '[]', '{"0":"a","1":"b"}', '{"2":"b","5":"a"}', '{"":null}', '{"a":{"0":[]}}', '["a"]'];
		const literals = texts.map((text) => layOut(php.literal(parseJsonValue(text) ?? { kind: 'null' }), php.rules, ''));
		expect(roundTrip(literals)).toEqual(texts);
	});
});
