import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemError } from '../core/problem.ts';
import { csvLine } from '../feedback/csv.ts';
import { createMailer } from '../feedback/mailer.ts';
import { openStore } from '../feedback/open-store.ts';
import { erasePerson, exportPerson } from '../feedback/person.ts';
import { type FeedbackRecord, readRecords, recordColumns } from '../feedback/records.ts';
import { sendNews } from '../feedback/send-news.ts';
import { type FeedbackSettings, readFeedbackSettings } from '../feedback/settings.ts';
import { type Store, StoreUnavailable } from '../feedback/store.ts';
import { type ExitCode, UsageError } from './exit-code.ts';
import { feedbackSummary } from './feedback-summary.ts';
import { readNews } from './read-news.ts';

interface Options {
	csv?: boolean;
	since?: string;
	person?: string;
	'dry-run'?: boolean;
}

/** One thing to do with what readers sent. */
interface Action {
	/** The options that it takes. */
	options: readonly (keyof Options)[];
	/** What it is to be told besides. */
	argument?: string;
	run: (store: Store, options: Options, settings: FeedbackSettings, argument: string) => Promise<ExitCode>;
}

const actions: Readonly<Record<string, Action>> = {
	list: {
		options: ['csv', 'since'],
		async run(store, { csv, since }) {
			const records = await store.use((database) => readRecords(database, new Date(), since));
			process.stdout.write(csv ? csvText(records) : feedbackSummary(records));
			return 0;
		},
	},
	export: {
		options: ['csv', 'since', 'person'],
		async run(store, { csv, since, person }) {
			if (person !== undefined) {
				if (csv || since) throw new UsageError('--person exports all of one person, as JSON.');
				const found = await store.use((database) => exportPerson(database, person));
				if (!found) console.error(`Nothing is kept of ${person}.`);
				else process.stdout.write(jsonText(found));
				return 0;
			}
			const records = await store.use((database) => readRecords(database, new Date(), since));
			process.stdout.write(csv ? csvText(records) : jsonText(records));
			return 0;
		},
	},
	erase: {
		options: [],
		argument: 'EMAIL',
		async run(store, _options, _settings, email) {
			const erased = await store.use((database) => erasePerson(database, email));
			console.error(erased ? `All that was kept of ${email} is erased.` : `Nothing is kept of ${email}.`);
			return 0;
		},
	},
	send: {
		options: ['dry-run'],
		async run(store, { 'dry-run': isTrial }, { siteUrl, smtpUrl, mailFrom }) {
			if (!siteUrl || !smtpUrl)
				throw new UsageError('Set SMTP_URL, the mail server, and SITE_URL, which mails have to link to.');
			const news = readNews();
			const mailer = isTrial ? undefined : await createMailer(smtpUrl, mailFrom);
			const site = siteUrl.href.replace(/\/?$/, '/');
			const sending = { store, site, now: () => new Date(), ...(mailer ? { mailer } : {}) };
			const { subscribers, told, failed } = await sendNews(sending, news).finally(() => mailer?.close());
			for (const { email, reason } of failed) console.error(`${email}: ${reason}`);
			const rest = subscribers - told - failed.length;
			console.error(
				`${told} of ${subscribers} ${isTrial ? 'would be told' : 'were told'} of what changed, ${rest} knew it all, ${failed.length} could not be reached.`,
			);
			return failed.length > 0 ? 1 : 0;
		},
	},
};

/** `specimen feedback`: lists, exports and erases what readers sent, and sends subscribers what changed. */
export async function feedback(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			csv: { type: 'boolean' },
			since: { type: 'string' },
			person: { type: 'string' },
			'dry-run': { type: 'boolean' },
		},
	});
	const [name = '', ...rest] = positionals;
	const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
	if (!action) throw new UsageError(`Say what to do: feedback ${Object.keys(actions).join(', feedback ')}.`);
	for (const option of Object.keys(values) as (keyof Options)[])
		if (!action.options.includes(option)) throw new UsageError(`feedback ${name} has no --${option}.`);
	if (rest.length !== (action.argument ? 1 : 0))
		throw new UsageError(`Write: feedback ${[name, action.argument].filter(Boolean).join(' ')}`);
	if (values.since !== undefined && !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(values.since))
		throw new UsageError(`--since ${values.since}: write a date, such as 2026-11-24.`);
	return withStore((store, settings) => action.run(store, values, settings, rest[0] ?? ''));
}

/** Opens the store of the project in this folder, and closes it whatever comes. */
async function withStore(work: (store: Store, settings: FeedbackSettings) => Promise<ExitCode>): Promise<ExitCode> {
	const settings = readFeedbackSettings(process.env);
	const file = join('data', 'feedback.sqlite');
	if (!settings.databaseUrl && !existsSync(file))
		throw fault(`There is no ${file}: nothing was kept here yet.`, 'Set DATABASE_URL where PostgreSQL keeps it.');
	const store = openStore('.', settings);
	try {
		return await work(store, settings);
	} catch (error) {
		if (error instanceof StoreUnavailable)
			throw fault(error.message, 'See that it runs and that DATABASE_URL is right.');
		throw error;
	} finally {
		await store.close();
	}
}

function fault(message: string, hint: string): ProblemError {
	return new ProblemError({ severity: 'error', code: 'no-feedback', message, hint });
}

function csvText(records: readonly FeedbackRecord[]): string {
	const lines = records.map((record) => csvLine(recordColumns.map((column) => record[column])));
	return [csvLine(recordColumns), ...lines].join('');
}

function jsonText(data: unknown): string {
	return `${JSON.stringify(data, null, 2)}\n`;
}
