import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { DatabasePlace } from '../../src/feedback/open-database.ts';
import { findPostgres, type Postgres, startPostgres } from './postgres.ts';

/** A real engine: where it makes databases, and how to take it away for a while. */
export interface Engine {
	makePlace(): Promise<DatabasePlace>;
	breakDown(place: DatabasePlace): void;
	mend(place: DatabasePlace): void;
}

const programs = findPostgres();

/** Describes what holds on every engine. Without PostgreSQL its half is skipped by name, and fails with `CI=true`. */
export function describeOnEngines(title: string, body: (engine: Engine) => void): void {
	describe.each(['SQLite', 'PostgreSQL'])(`${title} on %s`, (name) => {
		if (name === 'SQLite') return body(sqlite());
		if (programs) return body(postgres(programs));
		const reason = 'PostgreSQL is not there: npm run toolchains';
		if (process.env.CI !== 'true') return it.skip(reason, () => {});
		it(reason, () => {
			throw new Error(reason);
		});
	});
}

function sqlite(): Engine {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-sqlite-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	let made = 0;
	const fileOf = (place: DatabasePlace) => ('file' in place ? place.file : '');
	return {
		makePlace: async () => ({ file: join(folder, String(++made), 'feedback.sqlite') }),
		// A disk that is gone: the folder is away, and what is in its place is no folder.
		breakDown(place) {
			const at = join(fileOf(place), '..');
			renameSync(at, `${at}.away`);
			renameSync(makeFile(folder), at);
		},
		mend(place) {
			const at = join(fileOf(place), '..');
			rmSync(at);
			renameSync(`${at}.away`, at);
		},
	};
}

function makeFile(folder: string): string {
	const file = join(folder, 'no-folder');
	writeFileSync(file, '');
	return file;
}

function postgres(found: string): Engine {
	let server: Postgres | undefined;
	beforeAll(async () => {
		server = await startPostgres(found);
	});
	afterAll(() => server?.remove());
	return {
		async makePlace() {
			if (!server) throw new Error('PostgreSQL is not running.');
			return { postgres: await server.makeDatabase() };
		},
		breakDown: () => server?.stop(),
		mend: () => server?.start(),
	};
}
