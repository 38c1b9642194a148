import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypeSpec } from '../../src/core/binding.ts';
import { words } from '../../src/core/casing.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { parseJsonValue } from '../../src/core/json-value.ts';
import { flat } from '../../src/core/layout.ts';
import { readMarks } from '../../src/core/marks.ts';
import { nullValue, toValue, type Value } from '../../src/core/value.ts';
import { csharp } from '../../templates/csharp/language.ts';
import { statement } from '../../templates/csharp/layout.ts';
import { jsonLiteral } from '../../templates/csharp/text.ts';
import { typed } from '../../templates/csharp/typed.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = ['mcs', 'mono'].find((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** Runs a test with the real compiler; without one it is skipped, but fails where CI=true. */
const withMono = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip(`${missing} is not installed`) : test()));

/** Writes values as JSON: texts in escapes only, doubles as `@` and their bits, so that nothing depends on formatting. */
const WRITER = `
	static string Json(object value) {
		if (value == null) return "null";
		if (value is bool) return (bool)value ? "true" : "false";
		if (value is string) return "\\"" + string.Concat(((string)value).Select(unit => "\\\\u" + ((int)unit).ToString("x4"))) + "\\"";
		if (value is double) return "@" + BitConverter.DoubleToInt64Bits((double)value).ToString("x16");
		if (value is List<object>) return "[" + string.Join(",", ((List<object>)value).Select(Json)) + "]";
		if (value is Dictionary<string, object>)
			return "{" + string.Join(",", ((Dictionary<string, object>)value).Select(pair => Json(pair.Key) + ":" + Json(pair.Value))) + "}";
		return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
	}`;

/** Compiles declarations of `x`, each in a method of its own, into one program, and reads their values back. */
function roundTrip(declarations: string[]): Value[] {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-csharp-'));
	const methods = declarations.map((code, at) => `static object V${at}(string value) { ${code} return x; }`);
	const calls = declarations.map((_, at) => `Console.WriteLine(Json(V${at}("x")));`);
	const program = `using System;\nusing System.Collections.Generic;\nusing System.Linq;
public static class Literals {${WRITER}\n${methods.join('\n')}
	public static void Main() { ${calls.join('\n')} Environment.Exit(0); }\n}\n`;
	try {
		writeFileSync(join(folder, 'Literals.cs'), program);
		const env = { ...process.env, MONO_THREADS_PER_CPU: '100' };
		const options = { cwd: folder, encoding: 'utf8', env, maxBuffer: 2 ** 26 } as const;
		const args = ['-langversion:7', '-r:System.Core.dll', '-r:System.Numerics.dll', 'Literals.cs'];
		expect(spawnSync('mcs', args, options).stderr).toBe('');
		const { stdout, stderr } = spawnSync('mono', ['Literals.exe'], options);
		expect(stderr).toBe('');
		return stdout.trimEnd().split('\n').map(readLine);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function readLine(line: string): Value {
	const double = (bits: string) => String(new Float64Array(BigUint64Array.of(BigInt(`0x${bits}`)).buffer)[0]);
	return parseJsonValue(line.replace(/@([\da-f]{16})/g, (_, bits) => double(bits))) ?? nullValue;
}

const declare = (code: string) => `object x = ${code};`;
const texts = (values: Value[]) => values.map((value) => (value.kind === 'string' ? value.text : undefined));

describe('C# literals', () => {
	withMono('say what they mean to the real compiler', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 100, maxLength: 200 }), (values) => {
				const printed = values.map((value) => statement(['object x = ', csharp.literal(value)], 8));
				expect(roundTrip(printed).map(comparable)).toEqual(values.map(comparable));
			}),
			{ numRuns: 5, endOnFailure: true },
		);
	});

	withMono('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => csharp.interpolate([{ text: csharp.inside(text) }, { code: 'value' }]));
		expect(texts(roundTrip(literals.map(declare)))).toEqual(hostileTexts.map((text) => `${text}x`));
	});

	withMono('hold JSON in verbatim strings', () => {
		const values = hostileTexts.map((text): Value => toValue({ [text]: [text, { '': text }] }));
		const literals = values.map((value) => jsonLiteral(jsonParts(value, 4), '\t\t'));
		const read = texts(roundTrip(literals.map(declare))).map((text) => parseJsonValue(text ?? '') ?? nullValue);
		expect(read.map(comparable)).toEqual(values.map(comparable));
	});
});

describe('C#', () => {
	it('marks the placeholders inside a verbatim string', () => {
		const body: Value = { kind: 'map', entries: [['to', { kind: 'placeholder', name: 'number' }]] };
		const { code, spans } = readMarks(jsonLiteral(jsonParts(body, 4), '  '));
		expect(code).toBe('@"{\n      ""to"": ""<number>""\n  }"');
		expect(spans.map(({ form, start, end }) => [form, code.slice(start, end)])).toEqual([['raw-json', '<number>']]);
	});

	it('names no class after one that a sample uses', () => {
		const fileNames = ['removeShortcode', 'http_client', 'ping', 'repos/get-2fa', '2fa/verify'];
		expect(fileNames.map((id) => csharp.fileName(words(id)))).toEqual([
			'RemoveShortcode.cs',
			'HttpClientSample.cs',
			'PingSample.cs',
			'ReposGet2fa.cs',
			'_2faVerify.cs',
		]);
	});

	it("makes an SDK's objects by constructor or by properties", () => {
		const types: Record<string, TypeSpec> = {
			Priority: { order: ['country', 'rank'], fields: { rank: { type: 'Rank' } } },
			Rank: { fields: { first_one: { name: 'FirstOne' } } },
		};
		const noted = new Set<string>();
		const made = (data: unknown, type: string) => flat(typed(toValue(data), type, types, (name) => noted.add(name)));
		expect(made([{ rank: { first_one: 'a', n: 2 } }], 'Priority[]')).toBe(
			'new List<Priority> { new Priority(null, new Rank { FirstOne = "a", n = 2 }) }',
		);
		expect([...noted]).toEqual(['Priority', 'Rank']);
		expect(() => made({ city: 'x' }, 'Priority')).toThrow('has no field "city"');
	});

	it('gives braces lines of their own, and closes a call on its last', () => {
		const list = csharp.literal(toValue([{ name: 'a'.repeat(80) }, 1]));
		expect(statement(['Create(', list, ')'], 4)).toBe(
			[
				'Create(new List<object>',
				'    {',
				'        new Dictionary<string, object>',
				'        {',
				`            ["name"] = "${'a'.repeat(80)}",`,
				'        },',
				'        1,',
				'    });',
			].join('\n'),
		);
	});
});
