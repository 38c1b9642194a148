import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeTestRecord } from './proof-record.ts';

/** What the site is made from. */
const INPUTS = [
	'astro.config.mjs',
	'guides',
	'package.json',
	'specimen.config.yaml',
	'public',
	'spec',
	'src/core',
	'src/embed',
	'src/highlight',
	'src/feedback/wordings.ts',
	'src/load',
	'src/site',
	'src/tree',
	'templates',
	'test/browser/proof-record.ts',
	'test/browser/changelog.yaml',
	'test/browser/build-site.ts',
];
const CHANGELOG = 'test/browser/changelog.yaml';
const CACHE = resolve('.cache/site-test');
const DEADLINE = 110_000;
const HOUR = 3_600_000;

/**
 * The built site's folder, with a record of proof and a history that are made for the tests. It is named by a digest of
 * everything that the site is made from, so that all test files of a run share one build, and the next run too where
 * nothing changed. Rejects with the build's own words where it fails.
 */
export async function buildSite(): Promise<string> {
	const directory = join(CACHE, digest());
	const done = join(directory, '.done');
	const until = Date.now() + DEADLINE;
	while (!existsSync(done)) {
		if (takeLock(`${directory}.lock`)) return build(directory, done);
		if (Date.now() > until) throw new Error(`${directory} is still being built by another test file.`);
		await setTimeout(200);
	}
	return directory;
}

/** Whether this process is the one that builds; a lock whose owner is gone is taken over. */
function takeLock(lock: string): boolean {
	mkdirSync(CACHE, { recursive: true });
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		const owner = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : '0');
		if (owner === 0 || isRunning(owner)) return false;
		rmSync(lock, { force: true });
		return takeLock(lock);
	}
}

function isRunning(process_: number): boolean {
	try {
		process.kill(process_, 0);
		return true;
	} catch {
		return false;
	}
}

async function build(directory: string, done: string): Promise<string> {
	try {
		for (const old of readdirSync(CACHE)) {
			const path = join(CACHE, old);
			// A younger one may still be tested by a run that began before something was edited.
			const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
			if (!path.startsWith(directory) && age > HOUR) rmSync(path, { recursive: true, force: true });
		}
		const record = `${directory}.proof`;
		writeTestRecord(record);
		const spec = `${directory}.spec`;
		cpSync('spec', spec, { recursive: true });
		cpSync(CHANGELOG, join(spec, 'plivo/changelog.yaml'));
		const description = join(spec, 'plivo/openapi.yaml');
		writeFileSync(description, addToFindNumber(readFileSync(description, 'utf8')));
		const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', directory], {
			env: {
				...process.env,
				SPECIMEN_PROOF: record,
				SPECIMEN_SPEC: spec,
				ASTRO_TELEMETRY_DISABLED: '1',
				NODE_ENV: 'production',
			},
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: DEADLINE,
		});
		let output = '';
		child.stdout.on('data', (chunk) => {
			output += chunk;
		});
		child.stderr.on('data', (chunk) => {
			output += chunk;
		});
		const code = await new Promise((settle, reject) => child.on('close', settle).on('error', reject));
		if (code !== 0) throw new Error(`The site does not build:\n${output}`);
		writeFileSync(done, '');
		return directory;
	} finally {
		rmSync(`${directory}.lock`, { force: true });
	}
}

/** Makes one operation deprecated, with former names, and with samples that the document brings along. */
function addToFindNumber(description: string): string {
	const at = /^( +)operationId: findNumber\n/m;
	return description.replace(at, (line, indent) =>
		[
			line.trimEnd(),
			'deprecated: true',
			'x-formerly: [seekNumber, look_up_number]',
			'x-codeSamples:',
			'  - { lang: Rust, label: Rust by hand, source: "fn main() { println!(\\"<b>hi</b>\\"); }\\n" }',
			'x-code-samples:',
			'  - { lang: "</code><script>alert(1)</script>", source: "plain </code>\\n" }',
			'',
		]
			.join(`\n${indent}`)
			.replace(/ +$/, ''),
	);
}

function digest(): string {
	const hash = createHash('sha256');
	const add = (path: string) => {
		if (!existsSync(path)) return;
		if (statSync(path).isDirectory()) {
			for (const name of readdirSync(path).sort()) add(join(path, name));
			return;
		}
		hash.update(path).update('\0').update(readFileSync(path)).update('\0');
	};
	for (const input of INPUTS) add(input);
	return hash.digest('hex').slice(0, 16);
}
