import { join } from 'node:path';
import type { FeedbackSettings } from './settings.ts';
import { createStore, type Store } from './store.ts';

/** The store of a project: `data/feedback.sqlite` in its folder, or the PostgreSQL database that `DATABASE_URL` names. */
export function openStore(directory: string, { databaseUrl }: FeedbackSettings): Store {
	const place = databaseUrl ? { postgres: databaseUrl } : { file: join(directory, 'data', 'feedback.sqlite') };
	// What speaks to databases is much to load: a server listens first.
	return createStore(async () => (await import('./open-database.ts')).openDatabase(place));
}
