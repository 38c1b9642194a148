import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveComment } from '../../src/feedback/comments.ts';
import { lifetime } from '../../src/feedback/lifetime.ts';
import { type DatabasePlace, openDatabase } from '../../src/feedback/open-database.ts';
import { saveRating } from '../../src/feedback/ratings.ts';
import { confirmSubscription, requestSubscription } from '../../src/feedback/subscriptions.ts';
import { describeOnEngines } from '../feedback/engines.ts';
import { type Mailbox, startMailbox } from '../feedback/mailbox.ts';
import { Workplace } from './specimen.ts';
import { start } from './start.ts';

let mailbox: Mailbox;
let place: Workplace;
beforeAll(async () => {
	mailbox = await startMailbox();
});
afterAll(() => mailbox.close());
beforeEach(() => {
	place = new Workplace();
	mkdirSync(join(place.folder, 'data'));
	mailbox.mails.length = 0;
	writeFileSync(
		join(place.folder, 'spec/plivo/changelog.yaml'),
		'changes:\n  - {date: 2020-01-01, title: Long ago}\n  - {date: 9999-01-01, title: A new call, description: "It is *there*."}\n',
	);
});
afterEach(() => place.remove());

const PAGE = '/plivo/remove-shortcode/';

/** Keeps what three readers sent; the time of each is its own. */
async function fill(at: DatabasePlace): Promise<void> {
	const { database, close } = await openDatabase(at);
	const day = (date: string) => lifetime(new Date(`${date}T10:00:00Z`), 40_000);
	await saveRating(database, { page: PAGE, value: 2 }, day('2026-11-01'));
	await saveRating(database, { page: PAGE, value: 5 }, day('2026-11-20'));
	await saveRating(database, { page: '/guides/errors/', value: 5 }, day('2026-11-20'));
	await saveComment(database, { page: PAGE, rating: 2, text: '=cmd()\nsecond line' }, day('2026-11-01'));
	const now = new Date('2026-11-21T10:00:00Z');
	for (const email of ['anna@example.com', 'berta@example.com']) {
		const wish = { email, consentWording: 'I agree', privacyNotice: 'https://docs.example.com/guides/privacy/' };
		const mail = await requestSubscription(database, wish, now);
		if (mail.kind === 'confirm') await confirmSubscription(database, mail.token, now);
	}
	await close();
}

describeOnEngines('specimen feedback', (engine) => {
	let environment: Record<string, string>;
	beforeEach(async () => {
		const at = await engine.makePlace();
		const own = { file: join(place.folder, 'data', 'feedback.sqlite') };
		environment = 'postgres' in at ? { DATABASE_URL: at.postgres } : {};
		await fill('postgres' in at ? at : own);
	});
	const run = (...args: string[]) =>
		start(place, { ...environment, SMTP_URL: mailbox.url, SITE_URL: 'https://docs.example.com' }, 'feedback', ...args)
			.ended;

	it('lists pages, the worst first, with what was said of them', async () => {
		const { stdout, code } = await run('list');
		expect(stdout).toBe(`Ratings: 3
  3.5 of 5      2  ${PAGE}
  5.0 of 5      1  /guides/errors/
Comments: 1
  2026-11-01 10:00  ${PAGE}  (2 of 5)
    =cmd()
    second line
Subscriptions: 2 confirmed, 0 not yet
`);
		expect(code).toBe(0);
	});

	it('exports CSV in which nothing is a formula, and no token', async () => {
		const { stdout, code } = await run('export', '--csv');
		expect(code).toBe(0);
		expect(stdout.split('\r\n')[0]).toBe(
			'kind,created_at,expires_at,page,rating,comment,email,consent_wording,consented_at,privacy_notice,confirmed_at',
		);
		expect(stdout).toContain(`,${PAGE},2,"'=cmd()\nsecond line",,,,,\r\n`);
		expect(stdout).toContain(
			'subscription,2026-11-21T10:00:00.000Z,,,,,anna@example.com,I agree,2026-11-21T10:00:00.000Z,https://docs.example.com/guides/privacy/,2026-11-21T10:00:00.000Z\r\n',
		);
		expect((await run('list', '--csv')).stdout).toBe(stdout);
	});

	it('exports JSON, from a day on', async () => {
		const { stdout } = await run('export', '--since', '2026-11-20');
		const records = JSON.parse(stdout) as { kind: string }[];
		expect(records.map(({ kind }) => kind)).toEqual(['rating', 'rating', 'subscription', 'subscription']);
		expect(stdout).not.toMatch(/token|hash/);
	});

	it('exports and erases one person', async () => {
		expect(JSON.parse((await run('export', '--person', 'Anna@example.com')).stdout)).toMatchObject({
			email: 'anna@example.com',
			consent_wording: 'I agree',
			deliveries: [],
		});
		expect((await run('erase', 'Anna@example.com')).stderr).toContain(
			'All that was kept of Anna@example.com is erased.',
		);
		expect(await run('export', '--person', 'anna@example.com')).toMatchObject({ stdout: '', code: 0 });
		expect((await run('export', '--person', 'berta@example.com')).stdout).toContain('berta@example.com');
	});

	it('mails each subscriber a change once', async () => {
		expect((await run('send', '--dry-run')).stderr).toContain('2 of 2 would be told of what changed');
		expect(mailbox.mails).toEqual([]);
		const { stderr, code } = await run('send');
		expect(stderr).toContain('2 of 2 were told of what changed, 0 knew it all, 0 could not be reached.');
		expect(code).toBe(0);
		expect(mailbox.mails.map(({ recipients }) => recipients)).toEqual([['anna@example.com'], ['berta@example.com']]);
		expect(mailbox.mails[0]?.text).toContain('A new call');
		expect(mailbox.mails[0]?.text).toContain('https://docs.example.com/plivo/changes/');
		expect(mailbox.mails[0]?.text).not.toContain('Long ago');
		expect((await run('send')).stderr).toContain('0 of 2 were told of what changed, 2 knew it all');
		expect(mailbox.mails).toHaveLength(2);
	});
});

describe('specimen feedback', () => {
	it.each([
		[['feedback'], {}, 'Say what to do: feedback list, feedback export'],
		[['feedback', 'erase'], {}, 'Write: feedback erase EMAIL'],
		[['feedback', 'list', '--person', 'x'], {}, 'feedback list has no --person.'],
		[['feedback', 'list', '--since', 'yesterday'], {}, '--since yesterday: write a date'],
		[['feedback', 'list', '--cvs'], {}, "Unknown option '--cvs'"],
		[['feedback', 'list'], {}, 'There is no data/feedback.sqlite: nothing was kept here yet.'],
		[['feedback', 'list'], { DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'connect ECONNREFUSED 127.0.0.1:1'],
		[['feedback', 'list'], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is no address that can be used.'],
	])('%j with %j ends with 2 and says why', async (args, environment, said) => {
		const { code, stdout, stderr } = await start(place, environment, ...args).ended;
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain(said);
		expect(stderr).not.toContain('    at ');
	});
});
