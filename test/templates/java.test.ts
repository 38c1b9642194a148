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
import { type Doc, flat } from '../../src/core/layout.ts';
import { readMarks } from '../../src/core/marks.ts';
import { nullValue, toValue, type Value } from '../../src/core/value.ts';
import { java } from '../../templates/java/language.ts';
import { statement } from '../../templates/java/layout.ts';
import { comment, jsonLiteral } from '../../templates/java/text.ts';
import { typed } from '../../templates/java/typed.ts';
import { arbitraryValue, comparable, hostileTexts } from './values.ts';

const missing = ['javac', 'java'].find((tool) => spawnSync(tool, ['-version']).error !== undefined);

/** Runs a test with the real compiler; without one it is skipped, but fails where CI=true. */
const withJava = (name: string, test: () => void) =>
	it(name, ({ skip }) => (missing && process.env.CI !== 'true' ? skip(`${missing} is not installed`) : test()));

/** Writes values as JSON: texts in escapes only, doubles as `@` and their bits, so that nothing depends on formatting. */
const WRITER = `
	static String json(Object value) {
		if (value instanceof String) {
			StringBuilder text = new StringBuilder("\\"");
			for (char unit : ((String) value).toCharArray()) text.append(String.format("\\\\u%04x", (int) unit));
			return text.append('"').toString();
		}
		if (value instanceof Double) return String.format("@%016x", Double.doubleToLongBits((Double) value));
		if (value instanceof List) {
			List<String> items = new ArrayList<>();
			for (Object item : (List<?>) value) items.add(json(item));
			return items.toString();
		}
		if (value instanceof Map) {
			List<String> items = new ArrayList<>();
			for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
				items.add(json(entry.getKey()) + ":" + json(entry.getValue()));
			}
			return "{" + String.join(",", items) + "}";
		}
		return String.valueOf(value);
	}`;

/** Compiles declarations of `x`, each in a method of its own because one method holds no more than 64 KB, and reads them back. */
function roundTrip(declarations: string[]): Value[] {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-java-'));
	const methods = declarations.map((code, at) => `static Object v${at}(String value) { ${code} return x; }`);
	const calls = declarations.map((_, at) => `System.out.println(json(v${at}("x")));`);
	const program = `import java.math.*;\nimport java.util.*;\npublic class Literals {${WRITER}\n${methods.join('\n')}
		public static void main(String[] args) { ${calls.join('\n')} }\n}\n`;
	try {
		writeFileSync(join(folder, 'Literals.java'), program);
		// The compiler of a machine without a locale reads ASCII: nothing may depend on it.
		const options = {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, LC_ALL: 'C', JAVA_TOOL_OPTIONS: undefined },
			maxBuffer: 2 ** 26,
		} as const;
		expect(spawnSync('javac', ['-nowarn', 'Literals.java'], options).stderr).toBe('');
		const { stdout, stderr } = spawnSync('java', ['-XX:TieredStopAtLevel=1', '-cp', '.', 'Literals'], options);
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

const declare = (code: string) => `Object x = ${code};`;
const texts = (values: Value[]) => values.map((value) => (value.kind === 'string' ? value.text : undefined));

describe('Java literals', () => {
	withJava('say what they mean to the real compiler', () => {
		fc.assert(
			fc.property(fc.array(arbitraryValue, { minLength: 100, maxLength: 200 }), (values) => {
				const printed = values.map((value) => statement('Object x', java.literal(value), 4));
				expect(roundTrip(printed).map(comparable)).toEqual(values.map(comparable));
			}),
			{ numRuns: 3, endOnFailure: true },
		);
	});

	withJava('interpolate variables between any texts', () => {
		const literals = hostileTexts.map((text) => java.interpolate([{ text: java.inside(text) }, { code: 'value' }]));
		expect(texts(roundTrip(literals.map(declare)))).toEqual(hostileTexts.map((text) => `${text}x`));
	});

	withJava('hold texts longer than a constant may be', () => {
		const long = '日本 😀 "\\u000a\\'.repeat(9000);
		expect(texts(roundTrip([declare(java.string(long))]))).toEqual([long]);
	});

	withJava('hold JSON in text blocks', () => {
		const values = hostileTexts.map((text): Value => toValue({ [text]: [text, { '': text }] }));
		const blocks = values.map((value) => jsonLiteral(jsonParts(value, 2), '\t\t'));
		const read = texts(roundTrip(blocks.map(declare))).map((text) => parseJsonValue(text ?? '') ?? nullValue);
		expect(read.map(comparable)).toEqual(values.map(comparable));
	});

	withJava('stand behind titles that end no comment', () => {
		const titles = [...hostileTexts, '\\u000aint;', '\\\\u000aint;', '\\uu000aint;', '\\uzz', 'c:\\users'];
		const code = (title: string) => `Object x = 1; // ${comment(title).replace(/[\n\r]/g, ' ')}\n`;
		expect(roundTrip(titles.map(code)).map(comparable)).toEqual(titles.map(() => 'number 1e0'));
	});
});

describe('Java', () => {
	it('marks the placeholders inside a text block', () => {
		const body: Value = { kind: 'map', entries: [['to', { kind: 'placeholder', name: 'number' }]] };
		expect(readMarks(jsonLiteral(jsonParts(body, 2), '  '))).toMatchObject({
			code: '"""\n  {\n    "to": "<number>"\n  }"""',
			spans: [{ name: 'number', form: 'json', start: 19, end: 27 }],
		});
	});

	it('names no class after one that a sample uses', () => {
		const fileNames = ['removeShortcode', 'http_client', 'ping', 'repos/get-2fa', '2fa/verify'];
		expect(fileNames.map((id) => java.fileName(words(id)))).toEqual([
			'RemoveShortcode.java',
			'HttpClientSample.java',
			'PingSample.java',
			'ReposGet2fa.java',
			'_2faVerify.java',
		]);
	});

	it("makes an SDK's objects by constructor or by setters", () => {
		const types: Record<string, TypeSpec> = {
			Priority: { order: ['country', 'rank'], fields: { rank: { type: 'Rank' } } },
			Rank: { fields: { first_one: { name: 'firstOne' } } },
		};
		const noted = new Set<string>();
		const made = (data: unknown, type: string) => flat(typed(toValue(data), type, types, (name) => noted.add(name)));
		expect(made([{ rank: { first_one: 'a', n: 2 } }], 'Priority[]')).toBe(
			'new Priority[] {new Priority(null, new Rank().firstOne("a").n(2))}',
		);
		expect([...noted]).toEqual(['Priority', 'Rank']);
		expect(() => made({ city: 'x' }, 'Priority')).toThrow('has no field "city"');
	});

	it('breaks lines as google-java-format does', () => {
		const list: Doc = {
			head: 'powerpack.numberpool.numbers',
			links: ['.list()', ['.pattern(', '"484444444444444444444444444444444444444444"', ')'], '.limit(5)', '.list()'],
		};
		expect(statement('ListResponse<Numbers> response', list, 6)).toBe(
			[
				'ListResponse<Numbers> response =',
				'          powerpack',
				'              .numberpool',
				'              .numbers',
				'              .list()',
				'              .pattern("484444444444444444444444444444444444444444")',
				'              .limit(5)',
				'              .list();',
			].join('\n'),
		);
		const short: Doc = { head: 'powerpack.numberpool', links: ['.list()', '.get()'] };
		expect(statement('', short, 6)).toBe('powerpack.numberpool.list().get();');
	});
});
