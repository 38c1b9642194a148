import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { findProgram } from '../../src/verify/find-program.ts';
import { Workplace } from './specimen.ts';
import { outcomesOf, readResults, start } from './start.ts';

let generated: Workplace;
let place: Workplace;
beforeAll(() => {
	generated = new Workplace();
	expect(generated.specimen('generate').code).toBe(0);
});
afterAll(() => generated.remove());
beforeEach(() => {
	place = new Workplace(generated);
	onTestFinished(() => place.remove());
});

/** The programs of this machine that run with the workplace in their arguments or environment. */
function processesOf({ folder }: Workplace): string[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
		.flatMap((id) => {
			try {
				const about = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${id}/${file}`, 'utf8')).join('\0');
				return about.includes(folder) ? [about.split('\0')[0] ?? ''] : [];
			} catch {
				return []; // It has ended meanwhile, or is somebody else's.
			}
		});
}

describe.runIf(existsSync('/proc/self/environ'))('Ctrl-C while samples run', () => {
	it.for(['SIGINT', 'SIGTERM'] as const)(
		'leaves no temporary folder and no process behind: %s',
		{ timeout: 120_000 },
		async (signal) => {
			const run = start(place, {}, 'verify', '--language', 'shell', 'python', '--style', 'http');
			await run.compiled;
			expect(readdirSync(run.temporary)).not.toEqual([]);
			run.child.kill(signal);
			const { stderr, ...ended } = await run.ended;
			expect([ended.signal, ended.code]).toContain(ended.signal === null ? 2 : signal);
			expect(stderr).toContain('Stopped before the end.');
			expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
			expect(readdirSync(run.temporary)).toEqual([]);
			await expect.poll(() => processesOf(place)).toEqual([]);
		},
	);
});

describe('Two runs side by side', () => {
	it('do not disturb each other, and leave nothing behind', { timeout: 300_000 }, async () => {
		const args = ['--language', 'shell', 'node', '--style', 'http', 'sdk', '--shard', '1/3', '--reporter', 'json'];
		const runs = [start(place, {}, 'verify', ...args), start(place, {}, 'verify', ...args)];
		for (const { code, stdout } of await Promise.all(runs.map(({ ended }) => ended))) {
			expect(readResults(stdout).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
			expect(outcomesOf(readResults(stdout)).shell).toEqual(['passed']);
			expect(code).toBe(0);
		}
		expect(readdirSync(runs[0]?.temporary ?? '')).toEqual([]);
	});
});

describe("A toolchain loses only its own language's results", () => {
	/** A PATH on which a program is what a script says. */
	function withProgram(name: string, script: string): { PATH: string } {
		const folder = join(place.folder, 'bin');
		mkdirSync(folder);
		writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
		chmodSync(join(folder, name), 0o755);
		return { PATH: [folder, process.env.PATH].join(delimiter) };
	}

	const verify = (env: Record<string, string>, language: string) =>
		start(
			place,
			env,
			...['verify', '--language', language, 'node', '--style', 'http', '--shard', '1/3'],
			'--reporter',
			'json',
		).ended;

	it('where it does not start', { timeout: 300_000 }, async () => {
		const { code, stdout } = await verify(withProgram('ruby', 'exit 1'), 'ruby');
		const results = readResults(stdout);
		expect(outcomesOf(results)).toEqual({ ruby: ['not verified'], node: ['passed'] });
		expect(results.find(({ language }) => language === 'ruby')?.reasons[0]).toMatch(/ruby does not work: exit 1$/);
		expect(code).toBe(0);
	});

	it('where it crashes over its work', { timeout: 300_000 }, async ({ skip }) => {
		const php = findProgram('php') ?? skip('PHP is not installed');
		const script = `case "$*" in *PHP_VERSION*) exec ${php} "$@";; *) kill -SEGV $$;; esac`;
		const { code, stdout } = await verify(withProgram('php', script), 'php');
		const results = readResults(stdout);
		expect(outcomesOf(results)).toEqual({ php: ['failed'], node: ['passed'] });
		expect(results.find(({ language }) => language === 'php')?.reasons[0]).toContain('SIGSEGV');
		expect(code).toBe(1);
	});
});
