import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upgradeTable } from '../../src/cli/upgrade-table.ts';
import { Workplace } from './specimen.ts';

let place: Workplace;
beforeAll(() => {
	place = new Workplace();
});
afterAll(() => place.remove());

describe('The table of an upgrade', () => {
	const row = { task: 'findNumber', style: 'v1', before: 'passed', after: 'unchanged', worse: false };

	it('tells first what gets worse, then what is new', () => {
		const table = upgradeTable('Python: plivo 1 → 2', [
			row,
			{ ...row, task: 'getNumberPool', before: 'unsupported', after: 'newly possible: `get_number_pool`' },
			{ ...row, task: 'addNumber', after: 'broken: request 2: path: expected a|b', worse: true },
		]);
		expect(table.split('\n')).toEqual([
			'## Python: plivo 1 → 2',
			'',
			'1 of 3 samples get worse.',
			'',
			'| task | style | now | then |',
			'| --- | --- | --- | --- |',
			'| addNumber | v1 | passed | broken: request 2: path: expected a\\|b |',
			'| getNumberPool | v1 | unsupported | newly possible: `get_number_pool` |',
			'| findNumber | v1 | passed | unchanged |',
		]);
	});

	it('stays a table, whatever a message holds', () => {
		const table = upgradeTable('x', [{ ...row, after: 'broken: <b>\n| a \\| b |\r\n' }]);
		expect(table.split('\n').at(-1)).toBe('| findNumber | v1 | passed | broken: &lt;b> \\| a \\\\\\| b \\| |');
	});
});

describe('specimen upgrade', () => {
	it.each([
		[[], 'Name a language and a version'],
		[['pythn', '1.0.0'], 'Did you mean "python"?'],
		[['python', '1.0.0', '2.0.0'], 'one argument too many'],
		[['python', '1.0; rm'], 'is no version'],
		[['shell', '1.0.0'], 'has no bindings for cURL'],
		[['python', '1.0.0', '--spec', 'nowhere.yaml'], 'there is no such file'],
	])('ends with 2 and one sentence: %j', (args, told) => {
		const outcome = place.specimen('upgrade', ...args);
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toMatch(/^specimen: /);
		expect(outcome.stderr).toContain(told);
	});

	it('ends with 2 where the version cannot be installed, and leaves the pin', { timeout: 180_000 }, () => {
		const before = place.read('spec/plivo/sdk/node.yaml');
		const outcome = place.specimen('upgrade', 'node', '0.0.0-none', '--write');
		expect(outcome).toMatchObject({ code: 2, stdout: '' });
		expect(outcome.stderr).toContain('plivo 0.0.0-none was not tried: npm could not install it: ');
		expect(place.read('spec/plivo/sdk/node.yaml')).toBe(before);
	});
});
