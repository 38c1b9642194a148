import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createFeedback, type Feedback } from '../../src/feedback/create-feedback.ts';
import { createMailer } from '../../src/feedback/mailer.ts';
import { type DatabasePlace, openDatabase } from '../../src/feedback/open-database.ts';
import type { FeedbackParts } from '../../src/feedback/posts.ts';
import { readFeedbackSettings } from '../../src/feedback/settings.ts';
import { createStore, type Store } from '../../src/feedback/store.ts';

export const ORIGIN = 'http://127.0.0.1:4321';
export const PAGE = '/plivo/remove-shortcode/';

/** The forms on a database, with what they said of failures. */
export interface Forms extends Feedback {
	store: Store;
	failures: unknown[];
	/** Sends a form as a page's script does, from a client of its own unless one is named. */
	send(name: string, fields: Record<string, string>, address?: string): Promise<Response>;
}

const open = new Set<Feedback>();
const folders = new Set<string>();
let clients = 0;

/** A file for SQLite, which is deleted after the test. */
export function makeFile(): DatabasePlace {
	const folder = mkdtempSync(join(tmpdir(), 'specimen-forms-'));
	folders.add(folder);
	return { file: join(folder, 'feedback.sqlite') };
}

/** Makes the forms on a database; they are closed after the test. */
export async function makeForms(
	place: DatabasePlace,
	environment: Record<string, string> = {},
	more: Partial<FeedbackParts> = {},
): Promise<Forms> {
	const settings = readFeedbackSettings(environment);
	const store = createStore(() => openDatabase(place));
	const failures: unknown[] = [];
	const feedback = createFeedback({
		settings,
		store,
		...(settings.smtpUrl ? { mailer: await createMailer(settings.smtpUrl, settings.mailFrom) } : {}),
		isPage: (path) => path === PAGE,
		styleSheets: () => ['/_astro/site.css'],
		onError: (error) => failures.push(error),
		...more,
	});
	open.add(feedback);
	return {
		...feedback,
		store,
		failures,
		send: (name, fields, address = `198.51.100.${++clients}`) => feedback.answer(formRequest(name, fields), address),
	};
}

afterEach(async () => {
	await Promise.all([...open].map((feedback) => feedback.close()));
	open.clear();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	folders.clear();
});

/** A form as a page's script sends it. */
export function formRequest(
	name: string,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
): Request {
	return new Request(`${ORIGIN}/feedback/${name}`, {
		method: 'POST',
		headers: { host: '127.0.0.1:4321', origin: ORIGIN, accept: 'application/json', ...headers },
		body: new URLSearchParams({ page: PAGE, ...fields }),
	});
}
