import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { erasePerson, exportPerson } from '../../src/feedback/person.ts';
import { sendNews } from '../../src/feedback/send-news.ts';
import { describeOnEngines } from './engines.ts';
import { formRequest, makeForms, ORIGIN, PAGE } from './forms.ts';
import { linkIn, type Mailbox, startMailbox } from './mailbox.ts';
import { follow, NEWS, rows, SITE, sending, settingsFor, subscribe, WISH } from './subscribe.ts';

let mailbox: Mailbox;
beforeAll(async () => {
	mailbox = await startMailbox();
});
afterAll(() => mailbox.close());
beforeEach(() => {
	mailbox.mails.length = 0;
});

const settings = () => settingsFor(mailbox);
/** A change that everybody is told of. */
const LATER = NEWS.slice(1, 2).map((change) => ({ ...change, date: '9999-01-01' }));

describeOnEngines('A subscription', (engine) => {
	it('begins with a mail, is kept with what was agreed to, and holds once its owner confirms it', async () => {
		const now = new Date('2026-11-24T10:00:00Z');
		const forms = await makeForms(await engine.makePlace(), settings(), { now: () => now });
		const answer = await forms.send('subscription', WISH);
		expect(await answer.json()).toMatchObject({ fragment: 'subscribed', message: expect.stringContaining('confirm') });
		const [mail] = mailbox.mails;
		expect(mail?.recipients).toEqual(['anna@example.com']);
		expect(mail?.headers).toContain('From: Docs <docs@example.com>');
		const link = linkIn(mail, '/confirm?');
		expect(link).toMatch(/^https:\/\/docs\.example\.com\/base\/feedback\/confirm\?token=[\w-]{43}$/);
		const [waiting] = await rows(forms);
		expect(waiting).toMatchObject({
			email: 'anna@example.com',
			consent_wording: 'I agree that my e-mail address is kept to tell me of changes of this API, until I unsubscribe.',
			consented_at: '2026-11-24T10:00:00.000Z',
			privacy_notice: 'https://docs.example.com/base/guides/privacy/',
			confirmed_at: null,
			expires_at: '2026-11-26T10:00:00.000Z',
		});
		expect(JSON.stringify(waiting)).not.toContain(link.split('=')[1]);

		const page = await follow(forms, link, 'GET');
		expect(await page.text()).toContain('<button>Confirm</button>');
		expect((await rows(forms))[0]?.confirmed_at).toBeNull();
		expect(await (await follow(forms, link, 'POST')).text()).toContain('You are subscribed');
		expect((await rows(forms))[0]).toMatchObject({ confirmed_at: '2026-11-24T10:00:00.000Z', expires_at: null });
		expect((await follow(forms, link, 'POST')).status).toBe(200);
	});

	it('ends with one click from a mail program, and nothing of it is left', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		await subscribe(forms, mailbox);
		await sendNews(await sending(forms, mailbox), LATER);
		const header = mailbox.mails.at(-1)?.headers.find((line) => line.startsWith('List-Unsubscribe:')) ?? '';
		expect(mailbox.mails.at(-1)?.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
		const link = /<(.*)>/.exec(header)?.[1] ?? '';
		expect((await follow(forms, link, 'GET')).status).toBe(200);
		expect(await rows(forms)).toHaveLength(1);
		// RFC 8058: a POST from anywhere, without a page and without a cookie.
		const click = { origin: 'https://mail.example', 'content-type': 'application/x-www-form-urlencoded' };
		expect((await follow(forms, link, 'POST', click)).status).toBe(200);
		expect(await rows(forms)).toEqual([]);
		expect(await forms.store.use((database) => database.selectFrom('delivery').selectAll().execute())).toEqual([]);
		expect((await follow(forms, link, 'POST')).status).toBe(200);
	});

	it('that nobody confirms is over after two days', async () => {
		let now = new Date('2026-11-24T10:00:00Z');
		const place = await engine.makePlace();
		const forms = await makeForms(place, settings(), { now: () => now });
		await forms.send('subscription', WISH);
		now = new Date('2026-11-26T10:00:00Z');
		expect((await follow(forms, linkIn(mailbox.mails[0], '/confirm?'), 'POST')).status).toBe(410);
		const again = await makeForms(place, settings(), { now: () => now });
		await again.begun;
		expect(await rows(again)).toEqual([]);
	});

	it('asked for again looks the same to whoever asks, and fills nobody’s mailbox', async () => {
		let now = new Date('2026-11-24T10:00:00Z');
		const forms = await makeForms(await engine.makePlace(), settings(), { now: () => now });
		const first = await (await forms.send('subscription', WISH)).text();
		const answers = await Promise.all(Array.from({ length: 20 }, () => forms.send('subscription', WISH)));
		for (const answer of answers) expect(await answer.text()).toBe(first);
		expect(mailbox.mails).toHaveLength(1);
		await follow(forms, linkIn(mailbox.mails[0], '/confirm?'), 'POST');
		now = new Date('2026-11-24T11:00:00Z');
		expect(await (await forms.send('subscription', WISH)).text()).toBe(first);
		expect(mailbox.mails[1]?.headers).toContain('Subject: You are subscribed already');
		expect(await rows(forms)).toHaveLength(1);
	});

	it('is not kept where the mail server does not take the mail', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		const answer = await forms.send('subscription', { ...WISH, email: 'refused@example.com' });
		expect(answer.status).toBe(503);
		expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('The mail could not be sent') });
		expect(await rows(forms)).toEqual([]);
		expect(String(forms.failures[0])).toContain('No such mailbox');
	});

	it('sends no mail to an address that hides another', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		const answer = await forms.send('subscription', { ...WISH, email: 'anna@example.com\r\nBcc: eve@example.com' });
		expect(answer.status).toBe(422);
		expect([mailbox.mails, await rows(forms)]).toEqual([[], []]);
	});

	it('takes an address beyond ASCII where mail can be sent to it', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		expect((await forms.send('subscription', { ...WISH, email: ' a+b@BÜCHER.example ' })).status).toBe(200);
		expect(mailbox.mails).toHaveLength(1);
		expect((await rows(forms))[0]?.email).toBe('a+b@xn--bcher-kva.example');
	});

	it('needs words that were agreed to', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		for (const consent of ['', 'constructor', 'whatever'])
			expect((await forms.send('subscription', { ...WISH, consent })).status).toBe(422);
		expect(mailbox.mails).toEqual([]);
	});

	it.each([
		['/feedback/confirm', 400],
		['/feedback/confirm?token=short', 400],
		[`/feedback/confirm?token=${'a'.repeat(43)}`, 410],
		[`/feedback/confirm?token=${"'".repeat(43)}`, 400],
		[`/feedback/unsubscribe?token=${'a'.repeat(43)}`, 200],
	])('has nothing to do with %s: %i', async (path, status) => {
		const forms = await makeForms(await engine.makePlace(), settings());
		await subscribe(forms, mailbox);
		expect((await follow(forms, ORIGIN + path, 'POST')).status).toBe(status);
		expect(await rows(forms)).toHaveLength(1);
	});

	it('can be exported whole and erased for one person, in any spelling', async () => {
		const forms = await makeForms(await engine.makePlace(), settings());
		await subscribe(forms, mailbox);
		await subscribe(forms, mailbox, 'berta@example.com');
		await sendNews(await sending(forms, mailbox), LATER);
		const found = await forms.store.use((database) => exportPerson(database, 'ANNA@example.com'));
		expect(found).toMatchObject({
			email: 'anna@example.com',
			privacy_notice: `${SITE}guides/privacy/`,
			deliveries: [{ change_id: 'a', sent_at: expect.any(String) }],
		});
		expect(await forms.store.use((database) => erasePerson(database, 'ANNA@example.com'))).toBe(true);
		expect(await forms.store.use((database) => erasePerson(database, 'ANNA@example.com'))).toBe(false);
		expect((await rows(forms)).map(({ email }) => email)).toEqual(['berta@example.com']);
		const left = await forms.store.use((database) => database.selectFrom('delivery').selectAll().execute());
		expect(left).toHaveLength(1);
	});

	it('links in its mails to no other host than the site’s own', async () => {
		const forms = await makeForms(await engine.makePlace(), { SMTP_URL: mailbox.url });
		const elsewhere = { host: 'evil.example', origin: 'http://evil.example' };
		const answer = await forms.answer(formRequest('subscription', WISH, elsewhere), '192.0.2.1');
		expect(answer.status).toBe(503);
		expect(String(forms.failures[0])).toContain('set SITE_URL');
		const forged = { host: '127.0.0.1:4321', origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' };
		expect((await forms.answer(formRequest('subscription', WISH, forged), '192.0.2.1')).status).toBe(503);
		expect(mailbox.mails).toEqual([]);
		expect((await forms.send('subscription', WISH)).status).toBe(200);
		expect(linkIn(mailbox.mails[0], '/confirm?')).toContain(`${ORIGIN}/feedback/confirm?`);
	});
});

describeOnEngines('The client’s address', (engine) => {
	it('is nowhere in the database', async () => {
		const place = await engine.makePlace();
		const forms = await makeForms(place, settings());
		const address = '203.0.113.77';
		await forms.send('rating', { rating: '1' }, address);
		await forms.send('comment', { comment: 'hello' }, address);
		await forms.send('subscription', WISH, address);
		const kept = await forms.store.use(async (database) => {
			const tables = ['rating', 'comment', 'subscription', 'delivery'] as const;
			const all = await Promise.all(
				tables.map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(database)).rows),
			);
			return JSON.stringify(all);
		});
		expect(kept).toContain(PAGE);
		expect(kept).not.toContain('203.0.113');
	});
});
