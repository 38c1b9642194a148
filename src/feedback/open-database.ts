import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';
import { whenFree } from './when-free.ts';

/** A database that is open, with today's tables. */
export interface OpenDatabase {
	database: Kysely<Tables>;
	/** Whether what is written still arrives where it was opened: a file can be taken away under a program that has it open. */
	isIntact: () => boolean;
	close: () => Promise<void>;
}

/** Where records are kept: a file of SQLite, or the address of a PostgreSQL database. */
export type DatabasePlace = { file: string } | { postgres: string };

/** How long PostgreSQL may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/** Opens the database and brings its tables up to date. Rejects with the engine's own words where that cannot be done. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
	const opened = 'file' in place ? await openFile(place.file) : await openPostgres(place.postgres);
	const migrator = new Migrator({
		db: opened.database,
		provider: { getMigrations: async () => ({ ...migrations }) },
	});
	const { error } = await migrator.migrateToLatest().catch((error: unknown) => ({ error }));
	if (!error) return opened;
	await opened.close();
	throw error;
}

async function openFile(file: string): Promise<OpenDatabase> {
	const [{ DatabaseSync }, { NodeSqliteDialect }] = await Promise.all([
		import('node:sqlite'),
		import('./sqlite-dialect.ts'),
	]);
	// Addresses are in it: the folder is its owner's alone.
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const sqlite = new DatabaseSync(file, { timeout: 0 });
	try {
		// With WAL readers and the one writer do not wait for each other; FULL has each post on the disk before it is thanked for.
		await whenFree(() => sqlite.exec('pragma journal_mode = wal; pragma synchronous = full'));
	} catch (error) {
		sqlite.close();
		throw error;
	}
	const { ino } = statSync(file);
	const database = new Kysely<Tables>({ dialect: new NodeSqliteDialect(sqlite) });
	return {
		database,
		isIntact: () => statSync(file, { throwIfNoEntry: false })?.ino === ino,
		async close() {
			await database.destroy();
			if (sqlite.isOpen) sqlite.close();
		},
	};
}

async function openPostgres(address: string): Promise<OpenDatabase> {
	const { default: pg } = await import('pg');
	const pool = new pg.Pool({
		connectionString: address,
		max: 10,
		connectionTimeoutMillis: PATIENCE,
		statement_timeout: PATIENCE,
		query_timeout: PATIENCE,
		allowExitOnIdle: true,
	});
	// A connection that breaks fails the query that is on it and is replaced by the next that is asked for; that it broke
	// is told besides, on the pool while it is idle and on the connection itself else, and unheard would end the process.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	return {
		database,
		isIntact: () => true,
		async close() {
			await database.destroy();
			if (!pool.ending) await pool.end();
		},
	};
}
