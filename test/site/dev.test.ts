import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

const DEADLINE = 40_000;
let spec = '';
let proof = '';
let server: ChildProcess | undefined;
let origin = '';
let output = '';

/** Waits until a text is there, and fails with what the server said where it never is. */
async function until(what: () => Promise<boolean> | boolean): Promise<void> {
	const end = Date.now() + DEADLINE;
	while (!(await what())) {
		if (Date.now() > end) throw new Error(`It did not show within ${DEADLINE} ms.\n${output}`);
		await setTimeout(100);
	}
}

const withoutVitest = (environment: NodeJS.ProcessEnv) =>
	Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('VITEST')));

const page = async () =>
	(await fetch(`${origin}/plivo/remove-shortcode/`, { signal: AbortSignal.timeout(DEADLINE) })).text();

function edit(file: string, from: string, to: string): void {
	const path = join(spec, 'plivo', file);
	const text = readFileSync(path, 'utf8');
	expect(text).toContain(from);
	writeFileSync(path, text.replace(from, to));
}

beforeAll(async () => {
	mkdirSync('.cache', { recursive: true });
	spec = mkdtempSync(resolve('.cache/dev-spec-'));
	cpSync('spec', spec, { recursive: true });
	proof = mkdtempSync(resolve('.cache/dev-proof-'));
	server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0', '--host', '127.0.0.1'], {
		// Astro watches nothing where it believes itself inside Vitest.
		env: {
			...withoutVitest(process.env),
			SPECIMEN_SPEC: spec,
			SPECIMEN_PROOF: proof,
			ASTRO_TELEMETRY_DISABLED: '1',
			NODE_ENV: 'development',
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const listen = (chunk: Buffer) => {
		output += chunk;
		origin ||= /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
	};
	server.stdout?.on('data', listen);
	server.stderr?.on('data', listen);
	await until(() => origin !== '');
	await page();
});

afterAll(async () => {
	if (server && server.exitCode === null) {
		const ended = new Promise((settle) => server?.on('close', settle));
		server.kill();
		await ended;
	}
	rmSync(spec, { recursive: true, force: true });
	rmSync(proof, { recursive: true, force: true });
});

it('shows an edited specification and an edited binding at once', async () => {
	edit('openapi.yaml', 'summary: Remove a short code', 'summary: Drop a short code');
	await until(async () => (await page()).includes('Drop a short code</h1>'));
	edit('sdk/python.yaml', 'pip: pip install', 'pip: pip3 install');
	await until(async () => (await page()).includes('pip3 install plivo'));
});

it('shows what was proven meanwhile', async () => {
	const manifest = await (await fetch(`${origin}/plivo/manifest.json`)).json();
	const { samples } = manifest as { samples: { path: string; sha256: string }[] };
	const sample = samples.find(({ path }) => path.startsWith('removeShortcode/http/') && path.endsWith('.py'));
	const line = { ...sample, level: 'run', outcome: 'passed', toolchain: 'Python 3.11.7' };
	expect(await page()).not.toContain('Sends the documented request');
	writeFileSync(join(proof, 'plivo.json'), JSON.stringify({ proven: [line] }));
	await until(async () => (await page()).includes('Sends the documented request, run with Python 3.11.7'));
});

const removal = async () => {
	const path = '/v1/Account/MAXXXXXXXXXXXXXXXXXX/NumberPool/ca5fd1f2-26c0-43e9-a7e4-0dc426e9dd2f/Shortcode/444444/';
	const headers = { authorization: `Basic ${btoa('id:token')}` };
	return (await fetch(`${origin}/mock${path}`, { method: 'DELETE', headers })).status;
};

it('serves the mock, and makes it anew when what it remembers is edited', async () => {
	expect(await (await fetch(`${origin}/_specimen/services.json`)).json()).toMatchObject({ mock: true });
	expect([await removal(), await removal()]).toEqual([200, 404]);
	edit('mock.yaml', 'removeShortcode: { remove: shortcodes }', 'removeShortcode: { remove: nothing }');
	await until(async () => {
		await removal();
		return /mock\.yaml:\d+:\d+: There is no collection "nothing"/.test(output);
	});
	expect(await removal()).toBe(404);
	edit('mock.yaml', 'removeShortcode: { remove: nothing }', 'removeShortcode: { remove: shortcodes }');
	await until(async () => (await removal()) === 200);
});

it('keeps the page and says the place while a file cannot be read', async () => {
	const file = join(spec, 'plivo/sdk/python.yaml');
	const whole = readFileSync(file, 'utf8');
	writeFileSync(file, `${whole}\nbroken: [\n`);
	await until(async () => {
		await page();
		return /python\.yaml:\d+:\d+: This is no YAML/.test(output);
	});
	expect(await page()).toContain('pip3 install plivo');
	writeFileSync(file, whole);
});
