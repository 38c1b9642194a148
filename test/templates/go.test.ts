import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypeSpec } from '../../src/core/binding.ts';
import { words } from '../../src/core/casing.ts';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { type Doc, layOut } from '../../src/core/layout.ts';
import { readMarks } from '../../src/core/marks.ts';
import { toValue, type Value } from '../../src/core/value.ts';
import { alignColons } from '../../templates/go/align-colons.ts';
import { jsonLiteral } from '../../templates/go/json-literal.ts';
import { go } from '../../templates/go/language.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = ['go', 'gofmt'].find((tool) => spawnSync(tool, ['-h']).error !== undefined);

/** Runs a test with the real compiler; without one it is skipped, but fails where CI=true. */
const withGo = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip(`${missing} is not installed`) : test()));

/** Compiles expressions into one program, and reads their values back, one line of JSON each. */
function roundTrip(expressions: string[], expectFormatted = true): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-go-'));
	const file = join(folder, 'literals.go');
	const program = [
		'package main',
		'',
		'import (',
		'\t"encoding/json"',
		'\t"os"',
		')',
		'',
		'func main() {',
		'\tvalue := "x"',
		'\t_ = value',
		'\tencoder := json.NewEncoder(os.Stdout)',
		'\tencoder.SetEscapeHTML(false)',
		'\tfor _, each := range []any{',
		...expressions.map((code) => `\t\t${code},`),
		'\t} {',
		'\t\tif err := encoder.Encode(each); err != nil {',
		'\t\t\tpanic(err)',
		'\t\t}',
		'\t}',
		'}',
		'',
	];
	try {
		writeFileSync(file, program.join('\n'));
		if (expectFormatted) expect(spawnSync('gofmt', ['-d', file], { encoding: 'utf8' }).stdout).toBe('');
		const { stdout, stderr } = spawnSync('go', ['run', file], { cwd: folder, encoding: 'utf8' });
		expect(stderr).toBe('');
		return stdout.trimEnd().split('\n');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const inList = (doc: Doc) => layOut(doc, go.rules, '\t\t', 0, 1);

describe('Go literals', () => {
	withGo('say what they mean to the real compiler, laid out as gofmt does', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const read = roundTrip(values.map((value) => inList(go.literal(value))));
				expect(read.map((line) => comparable(parseJsonValue(line) ?? { kind: 'null' }))).toEqual(
					values.map(comparable),
				);
			}),
			{ numRuns: 5, endOnFailure: true },
		);
	});

	withGo('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => go.interpolate([{ text: go.inside(text) }, { code: 'value' }]));
		// Blanks around `+` depend on what stands around the expression.
		const read = roundTrip(literals, false);
		expect(read.map((line) => JSON.parse(line))).toEqual(hostileTexts.map((text) => `${text}x`));
	});

	withGo('hold JSON bodies in raw strings without changing them', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 50, maxLength: 200 }), (values) => {
				const read = roundTrip(
					values.map((value) => inList(jsonLiteral(value))),
					false,
				);
				const bodies = read.map((line) => comparable(parseJsonValue(JSON.parse(line)) ?? { kind: 'null' }));
				expect(bodies).toEqual(values.map(comparable));
			}),
			{ numRuns: 2, endOnFailure: true },
		);
	});
});

describe('a JSON body', () => {
	it('marks its placeholders, even beside what a raw string cannot hold', () => {
		const value: Value = {
			kind: 'map',
			entries: [
				['`', { kind: 'placeholder', name: 'uuid' }],
				['mark', { kind: 'string', text: '\ufdd0' }],
			],
		};
		const { code, spans } = readMarks(layOut(jsonLiteral(value), go.rules, ''));
		expect(code).toBe('`{"\\u0060": "<uuid>", "mark": "\\ufdd0"}`');
		expect(spans.map(({ start, end }) => code.slice(start, end))).toEqual(['<uuid>']);
	});
});

describe('a value of an SDK type', () => {
	const fields: Record<string, TypeSpec['fields']> = {
		'sdk.Rule': { country_iso: { name: '=CountryISO' }, limit: { as: 'string' } },
		'sdk.Set': { first: { type: '*string' }, rules: { type: 'sdk.Rule[]' }, best: { type: '*sdk.Rule' } },
	};
	const types = Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, { fields: own } as TypeSpec]));
	const print = (data: unknown, type: string) => {
		const noted = new Set<string>();
		const code = layOut(go.typed?.(toValue(data), type, types, (symbol) => noted.add(symbol)) ?? '', go.rules, '');
		return { code, noted: [...noted] };
	};

	it('names its fields as the profile says, or in Pascal case', () => {
		expect(print({ country_iso: 'US', service_type: 'SMS', limit: 5 }, 'sdk.Rule').code).toBe(
			'sdk.Rule{CountryISO: "US", ServiceType: "SMS", Limit: "5"}',
		);
	});

	it('leaves the type out inside a list, and takes addresses where the SDK does', () => {
		const { code, noted } = print({ first: 'a', rules: [{ limit: 1 }, {}], best: { limit: 2 } }, 'sdk.Set');
		expect(code).toBe('sdk.Set{First: pointer("a"), Rules: []sdk.Rule{{Limit: "1"}, {}}, Best: &sdk.Rule{Limit: "2"}}');
		expect(noted).toContain('sdk');
	});

	it("may be of Go's own types", () => {
		expect(print(['a', 'b'], 'string[]').code).toBe('[]string{"a", "b"}');
		expect(print({ 'a b': 'c' }, 'map[string]string').code).toBe('map[string]string{"a b": "c"}');
	});
});

describe('keys of a composite literal', () => {
	it('are padded to the longest of their neighbours', () => {
		expect(alignColons(['A: ', 'Long: ', undefined, 'Bc: ', 'D: '])).toEqual([
			'A:    ',
			'Long: ',
			undefined,
			'Bc: ',
			'D:  ',
		]);
	});

	it('are left alone beside a key that is very much longer', () => {
		const long = `${'k'.repeat(41)}: `;
		expect(alignColons(['A: ', long, 'B: '])).toEqual(['A: ', long, 'B: ']);
	});
});

describe('a file of Go', () => {
	it.each([
		['removeShortcode', 'remove_shortcode.go'],
		['createTest', 'create_test_sample.go'],
		['listWindows', 'list_windows_sample.go'],
		['buildWasm', 'build_wasm_sample.go'],
		['windows', 'windows.go'],
		['2fa', '2fa.go'],
		['…', 'sample.go'],
	])('for %s is called %s', (id, name) => {
		expect(go.fileName(words(id))).toBe(name);
	});
});
