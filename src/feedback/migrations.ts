import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The steps that lead any database to today's tables, by name, in order; one set for both engines. A step that was released stays as it is. */
export const migrations: Readonly<Record<string, Migration>> = {
	'2026-11-24-1-ratings-and-comments': {
		async up(database: Kysely<unknown>) {
			for (const name of ['rating', 'comment'] as const) {
				const table = database.schema
					.createTable(name)
					.addColumn('id', 'text', (column) => column.primaryKey())
					.addColumn('page', 'text', (column) => column.notNull());
				const filled =
					name === 'rating'
						? table.addColumn('value', 'integer', (column) => column.notNull())
						: table.addColumn('rating', 'integer').addColumn('text', 'text', (column) => column.notNull());
				await filled
					.addColumn('created_at', 'text', (column) => column.notNull())
					.addColumn('expires_at', 'text', (column) => column.notNull())
					.execute();
				await database.schema.createIndex(`${name}_expires_at`).on(name).column('expires_at').execute();
			}
		},
	},
	'2026-11-24-2-subscriptions': {
		async up(database: Kysely<unknown>) {
			await database.schema
				.createTable('subscription')
				.addColumn('id', 'text', (column) => column.primaryKey())
				.addColumn('email', 'text', (column) => column.notNull().unique())
				.addColumn('consent_wording', 'text', (column) => column.notNull())
				.addColumn('consented_at', 'text', (column) => column.notNull())
				.addColumn('privacy_notice', 'text', (column) => column.notNull())
				.addColumn('confirm_hash', 'text', (column) => column.notNull().unique())
				.addColumn('confirmed_at', 'text')
				.addColumn('unsubscribe_token', 'text', (column) => column.notNull().unique())
				.addColumn('mailed_at', 'text', (column) => column.notNull())
				.addColumn('created_at', 'text', (column) => column.notNull())
				.addColumn('expires_at', 'text')
				.execute();
			await database.schema
				.createTable('delivery')
				.addColumn('subscription_id', 'text', (column) =>
					column.notNull().references('subscription.id').onDelete('cascade'),
				)
				.addColumn('change_id', 'text', (column) => column.notNull())
				.addColumn('claimed_at', 'text', (column) => column.notNull())
				.addColumn('sent_at', 'text')
				.addPrimaryKeyConstraint('delivery_key', ['subscription_id', 'change_id'])
				.execute();
		},
	},
};
