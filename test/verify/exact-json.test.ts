import { describe, expect, it } from 'vitest';
import { compareJson, parseExactJson } from '../../src/verify/exact-json.ts';

const compare = (expected: string, received: string) => {
	const [left, right] = [parseExactJson(expected), parseExactJson(received)];
	if (left === undefined || right === undefined) throw new Error('not JSON');
	return compareJson(left, right);
};

describe('JSON is compared by value', () => {
	it.each([
		['9007199254740993', '9007199254740993'],
		['1', '1.0'],
		['0.1', '1e-1'],
		['1e400', '10e399'],
		['-0', '0'],
		['{"a":1,"b":[2]}', '{"b":[2],"a":1}'],
		['{"__proto__":1}', '{"__proto__":1}'],
	])('%s is %s', (expected, received) => {
		expect(compare(expected, received)).toEqual([]);
	});

	it.each([
		['9007199254740993', '9007199254740992', ': expected 9007199254740993, received 9007199254740992'],
		['12345678901234567890', '12345678901234567000', ': expected 12345678901234567890, received 12345678901234567000'],
		['0.1', '0.1000000000000000055', ': expected 0.1, received 0.1000000000000000055'],
		['true', '"true"', ': expected true, received "true"'],
		['null', '0', ': expected null, received 0'],
		['[1,2]', '[2,1]', '/0: expected 1, received 2'],
		['[1]', '[1,2]', ': expected 1 items, received 2'],
		['{"a":{"b/c":1}}', '{"a":{"b/c":2}}', '/a/b~1c: expected 1, received 2'],
		['{"a":1}', '{}', '/a: expected 1, received nothing'],
		['{}', '{"toString":1}', '/toString: not expected, received 1'],
		['{}', '[]', ': expected {}, received []'],
	])('%s is not %s', (expected, received, difference) => {
		expect(compare(expected, received)).toContain(difference);
	});

	it('and what is no JSON is said to be none', () => {
		expect(parseExactJson('{"api_id": ')).toBeUndefined();
	});
});
