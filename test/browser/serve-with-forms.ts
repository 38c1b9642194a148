import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/feedback/open-database.ts';
import { type FeedbackRecord, readRecords } from '../../src/feedback/records.ts';
import { start } from '../../src/server/start.ts';
import { type Mailbox, startMailbox } from '../feedback/mailbox.ts';

/** The site on a server of its own, with a mail server of its own. */
export interface Served {
	address: string;
	mailbox: Mailbox;
	/** Everything that is kept now. */
	records(): Promise<FeedbackRecord[]>;
	/** Takes the disk with the database away, and brings it back. */
	breakDown(): void;
	mend(): void;
	close(): Promise<void>;
}

/** Serves a built site with everything that a server offers; `environment` adds to its settings. */
export async function serveWithForms(site: string, environment: Record<string, string> = {}): Promise<Served> {
	const directory = mkdtempSync(join(tmpdir(), 'specimen-feedback-'));
	symlinkSync(site, join(directory, 'dist'));
	const mailbox = await startMailbox();
	const { server, address } = await start({
		directory,
		environment: { PORT: '0', SMTP_URL: mailbox.url, ...environment },
		log: () => {},
	});
	const data = join(directory, 'data');
	return {
		address,
		mailbox,
		async records() {
			const { database, close } = await openDatabase({ file: join(data, 'feedback.sqlite') });
			const records = await readRecords(database, new Date());
			await close();
			return records;
		},
		breakDown() {
			renameSync(data, `${data}.away`);
			writeFileSync(data, '');
		},
		mend() {
			rmSync(data);
			renameSync(`${data}.away`, data);
		},
		async close() {
			server.closeAllConnections();
			await server[Symbol.asyncDispose]();
			await mailbox.close();
			rmSync(directory, { recursive: true, force: true });
		},
	};
}
