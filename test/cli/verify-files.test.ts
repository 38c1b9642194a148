import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { ForeignResult } from '../../src/verify/files/foreign-text.ts';
import { type Outcome, Workplace } from './specimen.ts';

const fixtures = join(import.meta.dirname, '../fixtures/docs');

describe('specimen verify --files', () => {
	let place: Workplace;
	let run: Outcome;
	let results: ForeignResult[];
	/** What came of a text; where its language's tools are missing the test is skipped, but fails where CI=true. */
	const at = ({ skip }: TestContext, file: string, line: number) => {
		const result = results.find((one) => one.file === `docs/${file}` && one.line === line);
		const untried = result?.reason?.remedy && `${result.reason.notVerified}. ${result.reason.remedy}`;
		if (untried && process.env.CI !== 'true') skip(untried);
		return result;
	};
	const problems = (context: TestContext, file: string, line: number) =>
		at(context, file, line)?.problems.map(({ code, place: found }) => [code, found?.line, found?.column]);

	beforeAll(() => {
		place = new Workplace();
		cpSync(fixtures, join(place.folder, 'docs'), { recursive: true });
		run = place.specimen('verify', '--files', 'docs', '--reporter', 'json');
		results = JSON.parse(run.stdout).results;
	}, 60_000);
	afterAll(() => place.remove());

	it('ends with 1 where something is wrong', () => expect(run.code).toBe(1));

	it('passes what sends what the document says', (context) => {
		expect(at(context, 'short-codes.md', 10)).toMatchObject({ outcome: 'passed', level: 'run' });
		expect(at(context, 'short-codes.md', 10)?.requests).toEqual([expect.stringContaining('(removeShortcode)')]);
	});

	it('reports a path that no operation has at its line in the list, and says which is meant', (context) => {
		expect(problems(context, 'short-codes.md', 17)).toEqual([['unknown-operation', 18, 75]]);
		expect(at(context, 'short-codes.md', 17)?.problems[0]?.hint).toContain('/v1/Account/{auth_id}/Powerpack/');
	});

	it('reports a wrong media type, credentials that lack, and a host that the document does not name', (context) => {
		expect(problems(context, 'short-codes.md', 37)?.map(([code]) => code)).toEqual(['media-type']);
		expect(problems(context, 'short-codes.md', 43)).toEqual([
			['missing-credentials', 43, expect.any(Number)],
			['unknown-server', 44, expect.any(Number)],
		]);
	});

	it('reports a property that lacks and one that is not declared inside MDX components', (context) => {
		expect(problems(context, 'guides/powerpacks.mdx', 8)).toEqual([
			['undeclared-property', 14, 34],
			['missing-property', 11, expect.any(Number)],
		]);
	});

	it('reports a syntax error at its line in the file', (context) => {
		expect(problems(context, 'guides/powerpacks.mdx', 20)).toEqual([['syntax', 21, 5]]);
	});

	it('reports parameters of the wrong type and of no declaration in a whole file', (context) => {
		expect(problems(context, 'guides/ListPowerpacks.java', 1)).toEqual([
			['undeclared-parameter', 12, 95],
			['wrong-parameter', 12, 84],
		]);
	});

	it('never counts a fragment as passed, and says why', (context) => {
		for (const found of [at(context, 'guides/powerpacks.mdx', 26), at(context, 'short-codes.md', 27)])
			expect(found).toMatchObject({
				outcome: 'not verified',
				reason: { notVerified: expect.stringMatching(/^a fragment/) },
			});
	});

	it('does not run a script that does more than call an API', (context) => {
		expect(at(context, 'short-codes.md', 50)).toMatchObject({
			outcome: 'not verified',
			reason: { notVerified: expect.stringContaining('npm') },
		});
	});

	it('needs no document where nothing is run, and writes annotations for GitHub', () => {
		const { code, stdout } = place.specimen(
			'verify',
			'--files',
			'docs/guides',
			'--level',
			'parse',
			'--reporter',
			'github',
		);
		expect(code).toBe(1);
		expect(stdout).toMatch(/^::error file=docs\/guides\/powerpacks\.mdx,line=21,col=5,title=syntax::[^\n]+\n$/);
	});

	it.each([
		[['--files', 'nowhere'], 'there is no such path'],
		[['--files', 'spec/plivo/sdk'], 'no Markdown, no MDX and no sample file'],
		[['--files', 'docs', '--record'], '--record does not go with --files'],
	])('refuses %j', (args, said) => {
		const { code, stderr } = place.specimen('verify', ...args);
		expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
	});
});
