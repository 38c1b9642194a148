import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/feedback/open-database.ts';
import { start } from '../../src/server/start.ts';
import { describeOnEngines } from '../feedback/engines.ts';
import { folderOf, SITE } from './site-fixture.ts';

const PAGE = '/plivo/remove-shortcode/';
const HEAD = '<link rel="stylesheet" href="/_astro/site.Ab1.css">';
const directory = folderOf({
	...Object.fromEntries(Object.entries(SITE).map(([name, text]) => [`dist/${name}`, text])),
	'dist/404.html': `<!doctype html><head>${HEAD}</head>`,
	'dist/_specimen/services.css': '',
	'dist/_specimen/csp.json': '{"scriptHashes":[]}',
});

const running = new Set<Server>();
afterEach(async () => {
	for (const server of running) {
		server.closeAllConnections();
		await server[Symbol.asyncDispose]();
	}
});

async function serve(environment: Record<string, string>) {
	const log: string[] = [];
	const { server, address } = await start({
		directory,
		environment: { PORT: '0', ...environment },
		log: (line) => log.push(line),
	});
	running.add(server);
	server.once('close', () => running.delete(server));
	const post = (name: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
		fetch(`${address}/feedback/${name}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: address, ...headers },
			body: new URLSearchParams({ page: PAGE, ...fields }),
			signal: AbortSignal.timeout(30_000),
		});
	return { server, address, log, post };
}

describeOnEngines('A server with its forms', (engine) => {
	it('keeps each of 1,000 forms that 1,000 clients send at once', async () => {
		const place = await engine.makePlace();
		const database = 'file' in place ? { file: join(directory, 'data', 'feedback.sqlite') } : place;
		const { server, post } = await serve({
			TRUSTED_PROXIES: '1',
			...('postgres' in place ? { DATABASE_URL: place.postgres } : {}),
		});
		const answers = await Promise.all(
			Array.from({ length: 1_000 }, (_, at) =>
				post('comment', { comment: `number ${at}` }, { 'x-forwarded-for': `10.0.${at >> 8}.${at & 255}` }),
			),
		);
		expect(answers.filter(({ status }) => status !== 303).map(({ status }) => status)).toEqual([]);
		expect(answers[0]?.headers.get('location')).toBe(`..${PAGE}#commented`);
		await Promise.all(answers.map((answer) => answer.arrayBuffer()));
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
		const opened = await openDatabase(database);
		const kept = await opened.database.selectFrom('comment').select('text').execute();
		await opened.close();
		expect(new Set(kept.map(({ text }) => text)).size).toBe(1_000);
	});
});

describe('A server', () => {
	it('tells pages which forms it takes', async () => {
		const services = async (environment: Record<string, string>) =>
			(await fetch(`${(await serve(environment)).address}/_specimen/services.json`)).json();
		expect(await services({})).toEqual({ mock: true, rating: true, comment: true });
		expect(await services({ FEEDBACK: 'off' })).toEqual({ mock: true });
		expect(await services({ SMTP_URL: 'smtp://127.0.0.1:1' })).toMatchObject({ subscription: true });
	});

	it('answers forms under the policy of the site, in its dress, and keeps no copy', async () => {
		const { post } = await serve({});
		const answer = await post('rating', { rating: '9' });
		expect(answer.status).toBe(422);
		expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.text()).toContain(HEAD.replace('/>', '>'));
	});

	it('takes no form of another site, none that is too long, and none of a page that it lacks', async () => {
		const { post } = await serve({});
		expect((await post('rating', { rating: '5' })).status).toBe(303);
		expect((await post('rating', { rating: '5' }, { origin: 'https://evil.example' })).status).toBe(403);
		expect((await post('comment', { comment: 'a'.repeat(30_000) })).status).toBe(413);
		expect((await post('rating', { rating: '5', page: '/_astro/' })).status).toBe(422);
	});

	it('limits a client, whatever it says of itself', async () => {
		const { post } = await serve({});
		const statuses = [];
		for (let at = 0; at < 31; at++)
			statuses.push((await post('comment', { comment: 'x' }, { 'x-forwarded-for': `10.0.0.${at}` })).status);
		expect(statuses.filter((status) => status === 303)).toHaveLength(30);
		expect(statuses.at(-1)).toBe(429);
	});

	it('begins without its database, says so, and serves every page', async () => {
		const { address, post, log } = await serve({ DATABASE_URL: 'postgres://127.0.0.1:1/nothing' });
		const answer = await post('rating', { rating: '5' });
		expect(answer.status).toBe(503);
		expect(answer.headers.get('retry-after')).toBe('60');
		expect(await answer.text()).toContain('our database does not answer');
		expect((await fetch(address + PAGE)).status).toBe(200);
		expect(log[0]).toBe('The database of the forms: connect ECONNREFUSED 127.0.0.1:1');
	});

	it.each([
		[{ FEEDBACK: 'stars' }, 'FEEDBACK names "stars".'],
		[{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES is "all"'],
	])('does not begin with %j', async (environment, said) => {
		await expect(serve(environment)).rejects.toThrow(said);
	});
});
