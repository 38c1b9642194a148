import { ProblemError } from '../core/problem.ts';

/** What can be offered, and switched off. */
export const serviceNames = ['rating', 'comment', 'subscription'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What the forms do and where they keep what they are sent. */
export interface FeedbackSettings {
	services: ReadonlySet<ServiceName>;
	/** PostgreSQL instead of a file of SQLite. */
	databaseUrl?: string;
	/** How long a rating or a comment is kept, in days. */
	days: number;
	/** The mail server, without which nobody can subscribe. */
	smtpUrl?: string;
	mailFrom: string;
	/** The site's address, for links in mails. */
	siteUrl?: URL;
}

/** How long a rating or a comment is kept where nobody says otherwise, in days. */
const DAYS = 365;

/**
 * Reads `FEEDBACK`, `FEEDBACK_DAYS`, `DATABASE_URL`, `SMTP_URL`, `MAIL_FROM` and `SITE_URL`.
 * Throws a `ProblemError` that says what to write instead where one makes no sense.
 */
export function readFeedbackSettings(environment: Readonly<Record<string, string | undefined>>): FeedbackSettings {
	const { DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl } = environment;
	const services = readServices(environment.FEEDBACK);
	const siteUrl = readAddress('SITE_URL', environment.SITE_URL, ['http:', 'https:'], 'https://docs.example.com');
	// Passwords stand in these two, so no complaint repeats them.
	readAddress('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'], 'postgres://user:password@host/database');
	readAddress('SMTP_URL', smtpUrl, ['smtp:', 'smtps:'], 'smtps://user:password@host');
	if (!smtpUrl) services.delete('subscription');
	return {
		services,
		days: readDays(environment.FEEDBACK_DAYS),
		...(databaseUrl ? { databaseUrl } : {}),
		...(smtpUrl ? { smtpUrl } : {}),
		mailFrom: readSender(environment.MAIL_FROM) ?? `no-reply@${siteUrl?.hostname ?? 'localhost'}`,
		...(siteUrl ? { siteUrl } : {}),
	};
}

function readServices(text = ''): Set<ServiceName> {
	if (text === 'off') return new Set();
	const words = text.split(/[\s,]+/).filter(Boolean);
	const services = serviceNames.filter((name) => words.length === 0 || words.includes(name));
	const unknown = words.find((word) => !serviceNames.some((name) => name === word));
	if (unknown !== undefined)
		throw fault('bad-feedback', `FEEDBACK names "${unknown}".`, `It is "off", or some of ${serviceNames.join(', ')}.`);
	if (services.includes('comment') && !services.includes('rating'))
		throw fault(
			'bad-feedback',
			'FEEDBACK has comment without rating.',
			'A comment is asked for after a low rating: name both.',
		);
	return new Set(services);
}

function readDays(text: string | undefined): number {
	if (!text) return DAYS;
	if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
	throw fault(
		'bad-feedback-days',
		`FEEDBACK_DAYS is ${JSON.stringify(text)}.`,
		'Write a number of days from 1 to 9999.',
	);
}

function readAddress(
	name: string,
	text: string | undefined,
	schemes: readonly string[],
	example: string,
): URL | undefined {
	if (!text) return undefined;
	const url = URL.parse(text);
	if (url && schemes.includes(url.protocol)) return url;
	throw fault(
		`bad-${name.toLowerCase().replace('_', '-')}`,
		`${name} is no address that can be used.`,
		`Write it as ${example}.`,
	);
}

function readSender(text: string | undefined): string | undefined {
	if (!text) return undefined;
	if (/^[^\r\n<>]*(<[^\s<>@]+@[^\s<>@]+>|(?<=^)[^\s<>@]+@[^\s<>@]+)$/.test(text)) return text;
	throw fault(
		'bad-mail-from',
		'MAIL_FROM is no sender.',
		'Write it as docs@example.com or "Example Docs <docs@example.com>".',
	);
}

function fault(code: string, message: string, hint: string): ProblemError {
	return new ProblemError({ severity: 'error', code, message, hint });
}
