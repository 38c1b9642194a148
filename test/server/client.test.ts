import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientOf } from '../../src/server/client.ts';

function ask(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
	return { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage;
}

it.each([
	['the connection', 0, '192.0.2.1', undefined, '192.0.2.1'],
	['the connection, in one spelling', 0, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
	['the connection, whatever a header says', 0, '192.0.2.1', '203.0.113.9', '192.0.2.1'],
	['what the one proxy wrote', 1, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
	['what the one proxy wrote, not what the client did', 1, '127.0.0.1', '10.0.0.1, 203.0.113.9', '203.0.113.9'],
	['what the outer of two proxies wrote', 2, '127.0.0.1', '10.9.9.9, 203.0.113.9, 10.0.0.1', '203.0.113.9'],
	['the connection, where the proxies wrote less than they should', 2, '127.0.0.1', '203.0.113.9', '127.0.0.1'],
	['the connection, where it is no address', 1, '127.0.0.1', "'; drop table rating; --", '127.0.0.1'],
	['nobody, where the connection is gone', 0, undefined, undefined, ''],
])('takes as the client %s', (_what, proxies, address, forwarded, client) => {
	expect(clientOf(ask(address, forwarded), proxies)).toEqual({ address: client });
});
