import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** One mail as it arrived. */
export interface Received {
	/** Whom the mail server was told to deliver it to. */
	recipients: string[];
	/** Header lines, unfolded. */
	headers: string[];
	/** Decoded. */
	text: string;
}

/** A mail server that takes every mail, but for addresses that begin with `refused`. */
export interface Mailbox {
	url: string;
	mails: Received[];
	close(): Promise<void>;
}

/** Starts a real mail server on a free port. */
export async function startMailbox(): Promise<Mailbox> {
	const mails: Received[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: ({ address }, _session, done) =>
			done(address.startsWith('refused') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
		async onData(stream, session, done) {
			const [head = '', ...body] = (await text(stream)).split('\r\n\r\n');
			mails.push({
				recipients: session.envelope.rcptTo.map(({ address }) => address),
				headers: head.replace(/\r\n[ \t]+/g, ' ').split('\r\n'),
				text: decode(head, body.join('\r\n\r\n')).replaceAll('\r\n', '\n'),
			});
			done();
		},
	});
	const listener = server.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	return {
		url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
		mails,
		close: () => new Promise((settle) => server.close(() => settle())),
	};
}

function decode(head: string, body: string): string {
	if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
	if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}

/** The address of a link in a mail, by the part of its path that it has to hold. */
export function linkIn(mail: Received | undefined, part: string): string {
	return mail?.text.split(/\s/).find((word) => word.startsWith('http') && word.includes(part)) ?? '';
}
