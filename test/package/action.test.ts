import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Workplace } from '../cli/specimen.ts';

const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: { steps: { run?: string }[] } };
let place: Workplace;
beforeAll(() => {
	place = new Workplace();
	expect(place.specimen('generate').code).toBe(0);
});
afterAll(() => place.remove());

/** Runs a step of the action in the project's folder, as GitHub's runner does. */
function step(command: string, env: Record<string, string> = {}) {
	const run = runs.steps.find((candidate) => candidate.run?.includes(` ${command} `))?.run ?? 'exit 99';
	const path = `${dirname(process.execPath)}:${process.env.PATH}`;
	return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
		cwd: place.folder,
		env: { ...process.env, ...env, PATH: path, GITHUB_ACTION_PATH: resolve('.') },
		encoding: 'utf8',
		timeout: 60_000,
	});
}

it('passes a project that is in step, and proves its samples as far as it is asked to', () => {
	expect(step('check').status).toBe(0);
	const { status, stderr } = step('verify', { LEVEL: 'parse' });
	expect(stderr).toContain('python: parse');
	expect(status).toBe(0);
});

it('marks the line of a sample that is out of step, and fails', () => {
	place.edit('samples/plivo/removeShortcode/http/remove_shortcode.py', 'import sys', 'import  sys');
	const { status, stdout } = step('check');
	expect(stdout).toContain('::error file=samples/plivo/removeShortcode/http/remove_shortcode.py,line=1,');
	expect(status).toBe(1);
});
