import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Outcome } from '../cli/specimen.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where commands of this repository lie, which a new user does not have. */
const own = join(root, 'node_modules/.bin');

/** A new user's folder, empty but for a package that was installed into it from the file that `npm pack` makes. */
export class NewUser {
	readonly folder = mkdtempSync(join(tmpdir(), 'specimen-package-'));
	/** What `npm pack` says is in the package. */
	readonly files: string[];
	#server: ChildProcess | undefined;

	constructor() {
		const packed = this.run('npm', ['pack', '--json', '--pack-destination', this.folder], root);
		const [{ filename, files }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('['))) as [
			{ filename: string; files: { path: string }[] },
		];
		this.files = files.map(({ path }) => path);
		const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
		const { code, stderr } = this.run('npm', ['install', ...quiet, `./${filename}`]);
		if (code !== 0) throw new Error(`The package cannot be installed: ${stderr}`);
	}

	/** Runs a command in the folder, as from a shell that knows nothing of this repository. */
	run(command: string, args: string[], cwd = this.folder): Outcome {
		const { status, stdout, stderr } = spawnSync(command, args, {
			cwd,
			env: this.#environment(),
			encoding: 'utf8',
			timeout: 100_000,
			maxBuffer: 64 * 1024 * 1024,
		});
		return { code: status, stdout, stderr };
	}

	specimen(...args: string[]): Outcome {
		return this.run(join(this.folder, 'node_modules/.bin/specimen'), args);
	}

	write(file: string, text: string): void {
		mkdirSync(dirname(join(this.folder, file)), { recursive: true });
		writeFileSync(join(this.folder, file), text);
	}

	read(file: string): string {
		return readFileSync(join(this.folder, file), 'utf8');
	}

	/** Starts a command that goes on, and returns the address that it prints. */
	start(...args: string[]): Promise<string> {
		const child = spawn(join(this.folder, 'node_modules/.bin/specimen'), args, {
			cwd: this.folder,
			env: this.#environment(),
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#server = child;
		let output = '';
		return new Promise((settle, reject) => {
			const listen = (chunk: Buffer) => {
				output += chunk;
				const [address] = /http:\/\/127\.0\.0\.1:\d+[\w/-]*/.exec(output) ?? [];
				if (address) settle(address);
			};
			child.stdout.on('data', listen);
			child.stderr.on('data', listen);
			child.on('close', () => reject(new Error(`It ended:\n${output}`)));
		});
	}

	/** Stops what was started, and returns its exit code. */
	async stop(): Promise<number | null> {
		const child = this.#server;
		if (!child) return null;
		this.#server = undefined;
		const ended = new Promise<number | null>((settle) => child.on('close', settle));
		child.kill('SIGTERM');
		return child.exitCode ?? ended;
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	#environment(): NodeJS.ProcessEnv {
		const paths = (process.env.PATH ?? '').split(':').filter((path) => !path.startsWith(own));
		const kept = Object.entries(process.env).filter(
			([name]) => !/^(VITEST|npm_|SPECIMEN|SITE_URL|NODE_ENV)/.test(name),
		);
		return { ...Object.fromEntries(kept), PATH: paths.join(':') };
	}
}
