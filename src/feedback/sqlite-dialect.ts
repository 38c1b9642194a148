import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	type DatabaseConnection,
	SqliteAdapter,
	type SqliteDatabase,
	SqliteDialect,
	SqliteDriver,
} from 'kysely';
import { whenFree } from './when-free.ts';

/** Kysely's SQLite over the one that Node brings along, so that no package has to be compiled. */
export class NodeSqliteDialect extends SqliteDialect {
	readonly #database: SqliteDatabase;

	constructor(database: DatabaseSync) {
		const adapted = adapt(database);
		super({ database: adapted });
		this.#database = adapted;
	}

	override createDriver(): SqliteDriver {
		return new PatientDriver({ database: this.#database });
	}

	override createAdapter(): SqliteAdapter {
		return new TransactionalAdapter();
	}
}

/**
 * Waits for other programs without holding up this one. A transaction that will write says so at once: begun as a
 * reader, it could not wait for another's.
 */
class PatientDriver extends SqliteDriver {
	override async acquireConnection(): Promise<DatabaseConnection> {
		const connection = await super.acquireConnection();
		return {
			executeQuery: (query) => whenFree(() => connection.executeQuery(query)),
			streamQuery: (query, size) => connection.streamQuery(query, size),
		};
	}

	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

/** SQLite takes back changes of tables too, so that a migration is done whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/** A database of `node:sqlite` under the names that Kysely calls. */
function adapt(database: DatabaseSync): SqliteDatabase {
	return {
		close: () => database.close(),
		prepare(sql) {
			const statement = database.prepare(sql);
			const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...values(parameters)),
				run: (parameters) => statement.run(...values(parameters)),
				iterate: (parameters) => statement.iterate(...values(parameters)),
			};
		},
	};
}
