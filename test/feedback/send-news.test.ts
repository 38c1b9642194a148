import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sendNews } from '../../src/feedback/send-news.ts';
import { describeOnEngines } from './engines.ts';
import { makeForms } from './forms.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { NEWS, rows, SITE, sending, settingsFor, subscribe } from './subscribe.ts';

let mailbox: Mailbox;
beforeAll(async () => {
	mailbox = await startMailbox();
});
afterAll(() => mailbox.close());
beforeEach(() => {
	mailbox.mails.length = 0;
});

describeOnEngines('Sending what changed', (engine) => {
	it('tells each change once, in one mail, from the day that it was confirmed', async () => {
		let time = Date.parse('2026-11-24T10:00:00Z');
		const now = () => new Date(time);
		const forms = await makeForms(await engine.makePlace(), settingsFor(mailbox), { now });
		await subscribe(forms, mailbox);
		const send = { ...(await sending(forms, mailbox)), now };
		expect(await sendNews({ ...send, mailer: undefined }, NEWS)).toEqual({ subscribers: 1, told: 1, failed: [] });
		mailbox.mails.length = 0;
		expect(await sendNews(send, NEWS.slice(0, 2))).toEqual({ subscribers: 1, told: 1, failed: [] });
		expect(await sendNews(send, NEWS.slice(0, 2))).toEqual({ subscribers: 1, told: 0, failed: [] });
		time += 24 * 3_600_000;
		const both = await Promise.all([sendNews(send, NEWS), sendNews(send, NEWS)]);
		expect(both[0].told + both[1].told).toBe(1);
		expect(mailbox.mails).toHaveLength(2);
		expect(mailbox.mails[0]?.headers).toContain('Subject: Tiny: A ping Bcc: eve@example.com');
		expect(mailbox.mails[0]?.recipients).toEqual(['anna@example.com']);
		expect(mailbox.mails[1]?.text).toContain(`2026-11-25  A pong\nTiny\n\nIt *answers*.\n\n${SITE}tiny/changes/\n`);
		expect(mailbox.mails[1]?.text).not.toContain('A ping');
		expect(mailbox.mails.map(({ text }) => text).join()).not.toContain('Before');
	});

	it('tells again what the mail server did not take, and what a run that broke off left', async () => {
		let time = Date.parse('2026-11-24T10:00:00Z');
		const now = () => new Date(time);
		const forms = await makeForms(await engine.makePlace(), settingsFor(mailbox), { now });
		await subscribe(forms, mailbox);
		await forms.store.use((database) =>
			database.updateTable('subscription').set({ email: 'refused@example.com' }).execute(),
		);
		const send = { ...(await sending(forms, mailbox)), now };
		const failed = [{ email: 'refused@example.com', reason: expect.stringContaining('No such mailbox') }];
		expect(await sendNews(send, NEWS)).toEqual({ subscribers: 1, told: 0, failed });
		const [row] = await rows(forms);
		await forms.store.use((database) =>
			database.updateTable('subscription').set({ email: 'anna@example.com' }).execute(),
		);
		const claim = { subscription_id: row?.id ?? '', change_id: 'a', claimed_at: now().toISOString(), sent_at: null };
		await forms.store.use((database) => database.insertInto('delivery').values(claim).execute());
		expect((await sendNews(send, NEWS.slice(1, 2))).told).toBe(0);
		time += 2 * 3_600_000;
		expect((await sendNews(send, NEWS.slice(1, 2))).told).toBe(1);
	});
});
