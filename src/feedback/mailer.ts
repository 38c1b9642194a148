/** A mail to one address, as text. */
export interface Mail {
	to: string;
	subject: string;
	text: string;
	/** The same for the same mail sent again, so that a mailbox can tell. */
	messageId?: string;
	/** Where a click ends the subscription (RFC 8058). */
	unsubscribe?: string;
}

/** Sends mails. */
export interface Mailer {
	/** Resolves once the mail server took it; rejects with the reason why not. */
	send(mail: Mail): Promise<void>;
	close(): void;
}

/** How long the mail server may take for one step, in milliseconds. */
const PATIENCE = 10_000;

/** Makes a mailer of a mail server's address (`smtps://user:password@host`); it connects when there is something to send. */
export async function createMailer(smtpUrl: string, from: string): Promise<Mailer> {
	const { createTransport } = await import('nodemailer');
	const limits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
	const url = new URL(smtpUrl);
	for (const [name, value] of Object.entries(limits))
		if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
	if (!url.searchParams.has('pool')) url.searchParams.set('pool', 'true');
	const transport = createTransport(url.href, { from });
	return {
		async send({ to, subject, text, messageId, unsubscribe }) {
			await transport.sendMail({
				// As an object an address is never parsed, so that none can hide a second one.
				to: { name: '', address: to },
				subject,
				text,
				...(messageId ? { messageId } : {}),
				headers: {
					'Auto-Submitted': 'auto-generated',
					...(unsubscribe
						? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
						: {}),
				},
			});
		},
		close: () => transport.close(),
	};
}
