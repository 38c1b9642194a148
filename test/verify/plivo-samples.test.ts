import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result } from '../../src/verify/result.ts';

// SDKs whose registries a test machine can be expected to reach; the others are proven where they can be had.
const REQUIRED = 'http,python,node,java,go';

it('Every committed sample is proven: parsed, compiled, run, and compared on the wire', { timeout: 1_200_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-test-'));
	try {
		const report = join(folder, 'results.json');
		const required = process.env.CI ? ['--require', REQUIRED] : [];
		const run = spawnSync(
			process.execPath,
			['src/cli/main.ts', 'verify', '--stand-ins', 'test/stand-ins', '--report', report, ...required],
			{
				encoding: 'utf8',
				timeout: 1_190_000,
			},
		);
		expect(run.status, run.stderr).toBe(0);
		const { results } = JSON.parse(readFileSync(report, 'utf8')) as { results: Result[] };
		expect(results.length).toBeGreaterThan(350);
		expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
		const unproven = results.filter(
			({ outcome, level }) => (outcome === 'passed' || outcome === 'known') && level !== 'run',
		);
		expect(unproven).toEqual([]);
		console.log(run.stderr.slice(run.stderr.indexOf('passed  failed') - 20));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
