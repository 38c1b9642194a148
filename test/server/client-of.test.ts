import { expect, it } from 'vitest';
import type { Route } from '../../src/server/route.ts';
import { readTrustedProxies } from '../../src/server/settings.ts';
import { listening } from './listening.ts';
import { folderOf, SITE } from './site-fixture.ts';

const whoami: Route = { prefix: '/whoami', answer: (_request, { address }) => new Response(address) };
const siteDirectory = folderOf(SITE);
const open = listening(() => ({ siteDirectory, routes: [whoami] }));
const behindTwo = listening(() => ({ siteDirectory, routes: [whoami], trustedProxies: 2 }));

async function seen(address: string, forwarded?: string): Promise<string> {
	const headers: HeadersInit = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
	return (await fetch(`${address}/whoami`, { headers, signal: AbortSignal.timeout(4_000) })).text();
}

it('takes the connection for the client where no proxy is trusted, whatever the client says', async () => {
	expect(await seen(open.address())).toBe('127.0.0.1');
	expect(await seen(open.address(), '198.51.100.7')).toBe('127.0.0.1');
});

it.each([
	['made-up, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
	['198.51.100.7,10.0.0.2', '198.51.100.7'],
	['2001:db8::7, 10.0.0.2', '2001:db8::7'],
	['::ffff:198.51.100.7, 10.0.0.2', '198.51.100.7'],
	['10.0.0.2', '10.0.0.2'],
	['<script>, 10.0.0.2', '127.0.0.1'],
])('behind two proxies, X-Forwarded-For: %s is %s', async (forwarded, client) => {
	expect(await seen(behindTwo.address(), forwarded)).toBe(client);
});

it('reads how many proxies are trusted, and refuses what is no number of them', () => {
	expect(readTrustedProxies({})).toBe(0);
	expect(readTrustedProxies({ TRUSTED_PROXIES: '2' })).toBe(2);
	expect(() => readTrustedProxies({ TRUSTED_PROXIES: 'all' })).toThrow('TRUSTED_PROXIES is "all"');
});
