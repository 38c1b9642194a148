import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonRow, jsonPath, jsonRows } from '../../../src/site/try-it/answer/json-rows.ts';
import { findInJson, jsonParts, skipSpace, stringAt, valueEnd } from '../../../src/site/try-it/answer/json-text.ts';

/** A value read back through the scanner, numbers as their text. */
function readBack(text: string, start: number): unknown {
	if (text[start] === '[') return jsonParts(text, start).map((part) => readBack(text, part.start));
	if (text[start] === '{') {
		return Object.fromEntries(
			jsonParts(text, start).map(({ key, start: at }) => [stringAt(text, key ?? -1), readBack(text, at)]),
		);
	}
	return JSON.parse(text.slice(start, valueEnd(text, start)));
}

const all = (text: string) => {
	const rows = jsonRows(text, skipSpace(text, 0));
	let open = new Set<string>();
	for (;;) {
		const shown = rows.visible(open);
		const next = new Set(shown.filter(({ count }) => count > 0).map(({ id }) => id));
		if (next.size === open.size) return shown;
		open = next;
	}
};
const said = (text: string, row: JsonRow) => `${jsonPath(text, row)} ${row.kind} ${row.count}`;

describe('The lines of a JSON text', () => {
	it('hold every value, however it is laid out', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t', '\r\n '), (value, indent) => {
				const text = ` ${JSON.stringify(value, null, indent)} `;
				expect(readBack(text, skipSpace(text, 0))).toEqual(JSON.parse(text));
				expect(all(text).every(({ start, end }) => JSON.parse(text.slice(start, end)) !== undefined)).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('keep digits, order and names that stand twice', () => {
		const text = '{"b":12345678901234567890.10,"2":1,"1":-0e9,"b":"\\u00e9\\\\"}';
		expect(all(text).map((row) => [jsonPath(text, row), text.slice(row.start, row.end)])).toEqual([
			['$', text],
			['$.b', '12345678901234567890.10'],
			['$["2"]', '1'],
			['$["1"]', '-0e9'],
			['$.b', '"\\u00e9\\\\"'],
		]);
	});

	it('divide what is long, so that no line holds more than a hundred', () => {
		const text = JSON.stringify({ list: Array.from({ length: 100_000 }, (_, at) => ({ at })) });
		const rows = jsonRows(text, 0);
		expect(rows.visible(rows.initiallyOpen()).map((row) => said(text, row))).toEqual([
			'$ object 1',
			'$.list array 100000',
		]);
		const place = text.indexOf('{"at":54321}');
		const path = rows.towards(place);
		expect(path.map((row) => said(text, row))).toEqual([
			'$ object 1',
			'$.list array 100000',
			'$.list range 10000',
			'$.list range 100',
			'$.list[54321] object 1',
		]);
		const shown = rows.visible(new Set(path.map(({ id }) => id)));
		expect(shown.length).toBeLessThan(220);
		expect(shown.find(({ start, kind }) => start === place && kind === 'object')).toMatchObject({
			level: 5,
			position: 22,
			siblings: 100,
		});
	});

	it('are unfolded at first as far as they are easily overseen', () => {
		const small = '{"meta":{"total":2},"objects":[{"id":1,"tags":["a"]},{"id":2,"tags":[]}]}';
		const rows = jsonRows(small, 0);
		expect(rows.visible(rows.initiallyOpen())).toHaveLength(all(small).length);
	});

	it('bear any depth', () => {
		const text = '['.repeat(50_000) + ']'.repeat(50_000);
		const rows = jsonRows(text, 0);
		expect(rows.visible(rows.initiallyOpen()).length).toBeLessThan(100);
	});
});

describe('The search in a JSON text', () => {
	it('finds names and values as they are meant, in any case', () => {
		const text = '{"Site":"https:\\/\\/EXAMPLE.org","n":1500,"x":[true,"caf\\u00e9"]}';
		const found = (sought: string) => findInJson(text, sought, 10).map((at) => text.slice(at, valueEnd(text, at)));
		expect(found('site')).toEqual(['"Site"']);
		expect(found('://example')).toEqual(['"https:\\/\\/EXAMPLE.org"']);
		expect(found('50')).toEqual(['1500']);
		expect(found('CAFÉ')).toEqual(['"caf\\u00e9"']);
		expect(found('')).toEqual([]);
	});
});
