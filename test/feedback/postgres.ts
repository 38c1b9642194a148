import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where Debian keeps each version's programs; elsewhere they are in the PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL of the tests' own. */
export interface Postgres {
	/** Makes an empty database and returns its address. */
	makeDatabase(): Promise<string>;
	/** Ends the server as a failing machine would, what is in flight included; `start` brings it back on the same port. */
	stop(): void;
	start(): void;
	/** Ends the server and deletes what it wrote. */
	remove(): void;
}

/** The folder of `initdb` and `pg_ctl`, undefined where there is none. */
export function findPostgres(): string | undefined {
	const folders = readdirSafely(DEBIAN)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(DEBIAN, version, 'bin'));
	return [...folders, ...(process.env.PATH ?? '').split(':')].find((folder) =>
		['initdb', 'pg_ctl'].every((program) => readdirSafely(folder).includes(program)),
	);
}

/** Starts a server with an empty folder, on a port of 127.0.0.1 that is free, and without a socket anywhere else. */
export async function startPostgres(programs: string): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-postgres-'));
	const port = await freePort();
	const data = join(folder, 'data');
	// It refuses to run as root, for whom Debian's package makes a user of its own.
	const isRoot = process.getuid?.() === 0;
	if (isRoot) chownSync(folder, userId('-u'), userId('-g'));

	function run(program: string, ...args: string[]): void {
		const command = [join(programs, program), ...args];
		const [name = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
		const { status, stderr } = spawnSync(name, rest, {
			encoding: 'utf8',
			cwd: folder,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		if (status !== 0) throw new Error(`${program}: ${stderr}`);
	}
	const start = () => {
		const options = `-h 127.0.0.1 -p ${port} -c unix_socket_directories=''`;
		run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options);
	};
	const stop = () => run('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', data);

	run('initdb', '-D', data, '-U', 'specimen', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
	start();
	let made = 0;
	return {
		start,
		stop,
		async makeDatabase() {
			const name = `specimen_${++made}`;
			const client = new pg.Client(address('postgres'));
			await client.connect();
			await client.query(`create database ${name}`);
			await client.end();
			return address(name);
		},
		remove() {
			stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};

	function address(database: string): string {
		return `postgres://specimen@127.0.0.1:${port}/${database}`;
	}
}

function userId(flag: string): number {
	return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
}

function readdirSafely(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		// A PATH may name folders that are not there.
		return [];
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((settle) => server.once('listening', settle));
	const { port } = server.address() as AddressInfo;
	await new Promise((settle) => server.close(settle));
	return port;
}
