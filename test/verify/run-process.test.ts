import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, runProcess } from '../../src/verify/run-process.ts';
import { testFolder } from './support.ts';

const node = (script: string, more: Partial<Command> = {}): Command => ({
	command: process.execPath,
	args: ['-e', script],
	env: {},
	cwd: process.cwd(),
	...more,
});

describe('A process', () => {
	it('sees only the environment it is given, and a HOME of its own that is gone afterwards', async () => {
		process.env.SPECIMEN_TEST_SECRET = 'secret';
		const script = `console.log(JSON.stringify([process.env, require('fs').readFileSync(process.env.HOME + '/.rc', 'utf8')]))`;
		const outcome = await runProcess(node(script, { env: { A: '1' }, home: { '.rc': 'x' } }), { seconds: 10 });
		const [env, file] = JSON.parse(outcome.stdout);
		expect(Object.keys(env).sort()).toEqual(['A', 'HOME', 'TMPDIR']);
		expect(file).toBe('x');
		expect(existsSync(env.HOME)).toBe(false);
	});

	it('says its exit status, its output and its errors', async () => {
		const outcome = await runProcess(node('console.log(1); console.error(2); process.exitCode = 3'), { seconds: 10 });
		expect(outcome).toMatchObject({ exit: 3, stdout: '1\n', stderr: '2\n', timedOut: false, truncated: false });
	});

	it('that hangs is ended in time and named, with all that it started', async () => {
		const script = `
			const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
			console.log(process.pid, child.pid);
			setInterval(() => {}, 1000);
		`;
		const outcome = await runProcess(node(script), { seconds: 1 });
		expect(outcome).toMatchObject({ timedOut: true, failure: 'took longer than 1 s' });
		expect(outcome.exit).toBeUndefined();
		const pids = outcome.stdout.trim().split(' ').map(Number);
		expect(pids).toHaveLength(2);
		await expectEnded(...pids);
	});

	it('that ends first takes what it left behind with it', async () => {
		const script = `
			const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
			console.log(child.pid);
			process.exit(0);
		`;
		const outcome = await runProcess(node(script), { seconds: 10 });
		expect(outcome.exit).toBe(0);
		await expectEnded(Number(outcome.stdout));
	});

	it('is interrupted by its caller', async () => {
		const outcome = await runProcess(node('setInterval(() => {}, 1000)'), {
			seconds: 10,
			signal: AbortSignal.timeout(50),
		});
		expect(outcome).toMatchObject({ failure: 'interrupted', timedOut: false });
	});

	it('that says too much is cut short and goes on', async () => {
		const outcome = await runProcess(node(`process.stdout.write('x'.repeat(100000))`), {
			seconds: 10,
			outputBytes: 1000,
		});
		expect(outcome).toMatchObject({ exit: 0, truncated: true, stdout: 'x'.repeat(1000) });
	});

	it('that does not exist is a failure, no exception', async () => {
		const outcome = await runProcess(node('', { command: '/nowhere/tool' }), { seconds: 10 });
		expect(outcome.failure).toContain('could not be started');
	});

	it('is ended, and its folders are gone, where this process is interrupted', async () => {
		const folder = testFolder();
		const source = join(import.meta.dirname, '../../src/verify/run-process.ts');
		const script = `
			import { runProcess } from ${JSON.stringify(source)};
			const inner = "console.log(process.pid); setInterval(() => {}, 1000)";
			const out = process.argv[1];
			runProcess({ command: process.execPath, args: ['-e', \`require('fs').writeFileSync(\${JSON.stringify(out)}, String(process.pid)); setInterval(() => {}, 1000)\`], env: {}, cwd: '/' }, { seconds: 30 });
			const fs = await import('node:fs');
			const timer = setInterval(() => { if (fs.existsSync(out) && fs.readFileSync(out, 'utf8') !== '') { clearInterval(timer); process.kill(process.pid, 'SIGINT'); } }, 10);
		`;
		const pidFile = join(folder, 'pid');
		const outcome = await runProcess(
			node('', { args: ['--input-type=module', '-e', script, pidFile], env: { TMPDIR: folder } }),
			{ seconds: 20 },
		);
		expect(outcome.failure).toBe('ended by SIGINT');
		await expectEnded(Number(readFileSync(pidFile, 'utf8')));
		expect(readdirSync(folder)).toEqual(['pid']);
	});
});

/** The system may take a moment to end what it was told to. */
function expectEnded(...pids: number[]) {
	return expect.poll(() => pids.filter(running), { timeout: 5000, interval: 10 }).toEqual([]);
}

/** A process that has ended and waits for its parent to notice is not running. */
function running(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
}
