import { expect, it } from 'vitest';
import { SourceNumber } from '../../src/core/source-number.ts';
import { parseJsonExactly } from '../../src/load/parse-json.ts';

it.each(['12345678901234567890', '1.50', '1e400', '-0.0', '1E5', '0.1e1'])('keeps %s as it is written', (number) => {
	const data = parseJsonExactly(`{"a": [1, "b", ${number}]}`);
	expect(data).toEqual({ a: [1, 'b', new SourceNumber(number)] });
});

it.each(['0', '-1', '1.5', '1e+21', '9007199254740991'])('leaves %s a number', (number) => {
	expect(parseJsonExactly(`[${number}]`)).toEqual([Number(number)]);
});

it('takes no text for a number', () => {
	const data = { '1.50': 'v1.50, "1e400"', 'a\\': '\\"1.50', b: '12345678901234567890' };
	expect(parseJsonExactly(JSON.stringify(data))).toEqual(data);
});

it('reads a long text of escapes', () => {
	const text = '\\"'.repeat(500_000);
	expect(parseJsonExactly(JSON.stringify([text, 1]))).toEqual([text, 1]);
});

it('refuses what is no JSON', () => {
	expect(() => parseJsonExactly('{"a": "')).toThrow(SyntaxError);
});
