import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { layOut } from '../../src/core/layout.ts';
import { python } from '../../templates/python/language.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

/** Runs literals through the real interpreter and reads them back as JSON. */
function roundTrip(literals: string[]): string[] {
	const program = `import json\nfor value in [\n${literals.map((code) => `${code},\n`).join('')}]:\n    print(json.dumps(value))\n`;
	return execFileSync('python3', ['-'], { input: program, encoding: 'utf8' }).trimEnd().split('\n');
}

describe('Python literals', () => {
	it('say what they mean to the real interpreter', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const printed = values.map((value) => layOut(python.literal(value), python.rules, ''));
				const read = roundTrip(printed).map((line) => comparable(parseJsonValue(line) ?? { kind: 'null' }));
				expect(read).toEqual(values.map(comparable));
			}),
			{ numRuns: 5 },
		);
	});

	it('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => python.interpolate([{ text: python.inside(text) }, { code: 'value' }]));
		const read = roundTrip(literals.map((code) => `(lambda value: ${code})("x")`));
		expect(read.map((line) => JSON.parse(line))).toEqual(hostileTexts.map((text) => `${text}x`));
	});
});
