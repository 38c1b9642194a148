import { expect, it } from 'vitest';
import { readFeedbackSettings } from '../../src/feedback/settings.ts';

const offered = (environment: Record<string, string>) => [...readFeedbackSettings(environment).services];
const SMTP_URL = 'smtp://127.0.0.1';

it('offers what is not switched off, and subscriptions where mail can be sent', () => {
	expect(offered({})).toEqual(['rating', 'comment']);
	expect(offered({ SMTP_URL })).toEqual(['rating', 'comment', 'subscription']);
	expect(offered({ SMTP_URL, FEEDBACK: 'subscription, rating' })).toEqual(['rating', 'subscription']);
	expect(offered({ SMTP_URL, FEEDBACK: 'subscription' })).toEqual(['subscription']);
	expect(offered({ SMTP_URL, FEEDBACK: 'off' })).toEqual([]);
});

it.each([
	[{ FEEDBACK: 'ratings' }, 'FEEDBACK names "ratings".'],
	[{ FEEDBACK: 'comment' }, 'FEEDBACK has comment without rating.'],
	[{ FEEDBACK_DAYS: '0' }, 'FEEDBACK_DAYS is "0".'],
	[{ DATABASE_URL: 'mysql://root:secret@host/x' }, 'DATABASE_URL is no address that can be used.'],
	[{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL is no address that can be used.'],
	[{ SITE_URL: 'docs.example.com' }, 'SITE_URL is no address that can be used.'],
	[{ MAIL_FROM: 'a@example.com\r\nBcc: b@example.com' }, 'MAIL_FROM is no sender.'],
	[{ MAIL_FROM: 'nobody' }, 'MAIL_FROM is no sender.'],
])('says what is wrong with %j', (environment, message) => {
	expect(() => readFeedbackSettings(environment)).toThrow(message);
});

it.each(['docs@example.com', 'Docs <docs@example.com>', '<docs@example.com>'])('takes the sender %s', (sender) => {
	expect(readFeedbackSettings({ MAIL_FROM: sender }).mailFrom).toBe(sender);
});
