import { expect, it } from 'vitest';
import { csvLine } from '../../src/feedback/csv.ts';

it.each([
	['=HYPERLINK("https://evil.example";"x")', `"'=HYPERLINK(""https://evil.example"";""x"")"`],
	['+1+cmd|calc', "'+1+cmd|calc"],
	['-2+3', "'-2+3"],
	['@SUM(A1)', "'@SUM(A1)"],
	['  =1', "'  =1"],
	['\t=1', "'\t=1"],
	['\r=1', '"\'\r=1"'],
	['＝1', "'＝1"],
	['two\nlines, "quoted"', '"two\nlines, ""quoted"""'],
	['a=b', 'a=b'],
	['', ''],
])('%j is no formula in a spreadsheet', (text, cell) => {
	expect(csvLine([text, 5, null])).toBe(`${cell},5,\r\n`);
});
