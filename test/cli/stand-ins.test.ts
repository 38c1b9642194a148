import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRunner } from '../../src/verify/load-runner.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { Workplace } from './specimen.ts';
import { readResults, start } from './start.ts';

const standIns = resolve(import.meta.dirname, '../stand-ins');
const without = { SPECIMEN_SDK_RUBY: '/nowhere' };
const args = ['verify', '--language', 'ruby', '--style', 'v2', '--shard', '1/9', '--stand-ins', standIns];

let place: Workplace;
beforeAll(() => {
	place = new Workplace();
	expect(place.specimen('generate').code).toBe(0);
});
afterAll(() => place.remove());

const ruby = await (await loadRunner('ruby'))?.detect();

describe.runIf(ruby && !isNotVerified(ruby))('verify --stand-ins', () => {
	it('counts what ran with a stand-in apart, and says why', { timeout: 120_000 }, async () => {
		const { code, stderr } = await start(place, without, ...args).ended;
		expect(stderr).toMatch(/ +passed +failed +known +stand-in +not verified/);
		expect(stderr).toMatch(/^ruby sdk +0 +0 +0 +[1-9]\d* +0 .* a stand-in for plivo [\d.]+ on Ruby/m);
		expect(stderr).toContain('ruby sdk: stand-in: SPECIMEN_SDK_RUBY: /nowhere does not exist');
		expect(code).toBe(0);
	});

	it('does not satisfy --require', { timeout: 120_000 }, async () => {
		const { code, stdout } = await start(place, without, ...args, '--require', 'ruby', '--reporter', 'json').ended;
		expect(new Set(readResults(stdout).map(({ outcome }) => outcome))).toEqual(new Set(['stand-in']));
		expect(code).toBe(1);
	});

	it('keeps what was proven of the SDK itself before', { timeout: 120_000 }, async () => {
		expect((await start(place, without, ...args, '--record').ended).code).toBe(0);
		const record = place.read('proof/plivo.json');
		expect(record).toContain('"outcome":"stand-in"');
		place.edit('proof/plivo.json', '"outcome":"stand-in"', '"outcome":"passed"');
		const before = place.read('proof/plivo.json');
		await start(place, without, ...args, '--record').ended;
		expect(place.read('proof/plivo.json')).toBe(before);
	});
});

it('verify --stand-ins names a folder that has to be there', () => {
	const outcome = place.specimen('verify', '--stand-ins', 'nowhere');
	expect(outcome).toMatchObject({
		code: 2,
		stderr: expect.stringContaining('--stand-ins nowhere: there is no such folder.'),
	});
});
