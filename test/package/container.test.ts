import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { folderOf } from '../server/site-fixture.ts';

const file = readFileSync('Dockerfile', 'utf8');
let server: ChildProcess | undefined;
afterEach(() => void server?.kill('SIGKILL'));

/** What an instruction in its JSON form runs. */
function instruction(pattern: RegExp): string[] {
	const [, json = '[]'] = pattern.exec(file) ?? [];
	return JSON.parse(json) as string[];
}

it('says by its health check whether its command answers', async () => {
	const [, main = ''] = instruction(/^CMD (\[.*\])$/m);
	const [, ...check] = instruction(/^HEALTHCHECK .* CMD (\[.*\])$/m);
	server = spawn(process.execPath, [resolve(main)], {
		cwd: folderOf({ 'dist/index.html': '<!doctype html><title>Home</title>' }),
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const port = await new Promise<string>((settle) =>
		server?.stdout?.on('data', (chunk) => settle(/:(\d+)\s*$/.exec(String(chunk))?.[1] ?? '')),
	);
	const health = () =>
		spawnSync(process.execPath, check, { env: { ...process.env, PORT: port }, timeout: 10_000 }).status;
	expect(health()).toBe(0);
	const ended = new Promise((settle) => server?.on('close', settle));
	server.kill();
	await ended;
	expect(health()).toBe(1);
});

it('runs as a user who is not root', () => {
	const last = file.slice(file.lastIndexOf('\nFROM'));
	expect(last).toMatch(/^USER node$/m);
});
