import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadApi } from '../../src/load/load-api.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { packageIdentifiers } from '../../src/verify/package-identifiers.ts';
import type { Result } from '../../src/verify/result.ts';
import { compareResults, tryUpgrade, whatIsGone } from '../../src/verify/upgrade.ts';
import { languages } from '../../templates/index.ts';
import { testFolder } from './support.ts';

function result(outcome: Result['outcome'], ...reasons: string[]): Result {
	const place = { operationId: 'findNumber', language: 'node', style: 'v1', path: 'x.mjs', sha256: '' };
	return { ...place, outcome, reasons, seconds: 0 };
}

describe('What an upgrade changes for a sample', () => {
	it.each([
		['passed', 'passed', 'unchanged', false],
		['known', 'passed', 'unchanged', false],
		['failed', 'passed', 'mended', false],
		['not verified', 'passed', 'passed', false],
		['passed', 'failed', 'broken: why', true],
		['failed', 'failed', 'unchanged', false],
		['passed', 'not verified', 'not verified: why', true],
		['not verified', 'not verified', 'not verified: why', false],
	] as const)('%s, then %s: %s', (before, after, told, worse) => {
		const why = ['why'];
		expect(compareResults(result(before, ...why), result(after, ...why))).toMatchObject({ before, after: told, worse });
	});

	it('is another failure where the reason is another', () => {
		const row = compareResults(result('failed', 'one', 'two'), result('failed', 'three'));
		expect(row).toMatchObject({ after: 'broken: three', worse: true });
	});

	it('names what is gone rather than how the sample failed', () => {
		const row = compareResults(result('passed'), result('failed', 'why'), () => 'renamed or gone: `x`');
		expect(row).toMatchObject({ after: 'renamed or gone: `x`', worse: true });
	});
});

describe('A name that is gone', () => {
	const before = new Set(['find_number', 'list_numbers', 'findAll']);

	it('is told with the nearest of the new names', () => {
		const after = new Set(['find_numbers', 'list_numbers', 'findAll']);
		expect(whatIsGone(['list_numbers', 'find_number'], { before, after })).toBe(
			'renamed or gone: `find_number`; the nearest name is `find_numbers`',
		);
	});

	it('is told alone where nothing is near', () => {
		expect(whatIsGone(['find_number'], { before, after: new Set(['x', 'somethingElse']) })).toBe(
			'renamed or gone: `find_number`',
		);
	});

	it('is none where the package never had it, or has it still', () => {
		expect(whatIsGone(['unheard_of', 'findAll'], { before, after: new Set(['findAll']) })).toBeUndefined();
	});
});

describe('The names of an installed package', () => {
	function project(files: Record<string, string>): string {
		const folder = testFolder();
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), text);
		}
		return folder;
	}

	it.each([
		['plivo', 'node_modules/plivo/lib/x.js', 'node_modules/axios/x.js'],
		['plivo', 'packages/plivo/rest/x.py', 'packages/requests/x.py'],
		[
			'plivo',
			'vendor/bundle/ruby/3.1.0/gems/plivo-4.63.4/lib/x.rb',
			'vendor/bundle/ruby/3.1.0/gems/faraday-2.9.0/x.rb',
		],
		['plivo/php-sdk', 'vendor/plivo/php-sdk/src/X.php', 'vendor/guzzlehttp/guzzle/X.php'],
		['Plivo', 'lib/Plivo.dll', 'lib/Newtonsoft.Json.dll'],
	])('are those of its own files: %s in %s', (name, own, other) => {
		const folder = project({ [own]: '\0\x01find_number(1)\xff', [other]: 'somebody_else' });
		expect([...packageIdentifiers(folder, name)]).toEqual(['find_number']);
	});

	it('are none where nothing is installed', () => {
		expect([...packageIdentifiers('/nowhere', 'plivo')]).toEqual([]);
	});
});

describe('A real upgrade', () => {
	it('is tried with both versions from their registry', { timeout: 600_000 }, async ({ skip }) => {
		const { api } = loadApi('spec/plivo/openapi.yaml', languages);
		const language = languages.find(({ id }) => id === 'node');
		const pack = api?.profiles.get('node')?.package;
		if (!api || !language || !pack) return expect.fail('spec/plivo cannot be read');
		const { samples, gaps } = planTree(api, [language], []);
		const tasks = ['getPowerpack', 'removeShortcode'];
		const cache = testFolder();
		const outcome = await tryUpgrade({
			...{ api, language, pack, version: '4.78.0', gaps, issues: [] },
			samples: samples
				.filter(({ entry }) => tasks.includes(entry.operationId) && entry.style !== 'http')
				.map((planned) => ({ ...planned, text: planned.sample.code, edited: false })),
			cache: { before: join(cache, 'before'), after: join(cache, 'after') },
		});
		if ('notInstalled' in outcome) {
			if (process.env.CI === 'true') expect.fail(outcome.notInstalled);
			return skip(outcome.notInstalled);
		}
		expect(outcome.rows.map(({ task, style, before, after }) => [task, style, before, after])).toEqual([
			['getPowerpack', 'sdk', 'passed', 'unchanged'],
			['removeShortcode', 'v1', 'passed', 'unchanged'],
			['removeShortcode', 'v2', 'passed', 'unchanged'],
		]);
	});
});
