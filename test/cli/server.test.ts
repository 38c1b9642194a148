import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Workplace } from './specimen.ts';
import { readResults, start } from './start.ts';

let place: Workplace;
beforeAll(() => {
	place = new Workplace();
	expect(place.specimen('generate').code).toBe(0);
});
afterAll(() => place.remove());

/** A sandbox that answers every GET and refuses to delete; it remembers what it was asked. */
async function sandbox() {
	const asked: { method?: string; url?: string; authorization?: string; body: string }[] = [];
	const server = createServer(async (request: IncomingMessage, response) => {
		const body = (await request.toArray()).join('');
		const { method, url, headers } = request;
		asked.push({ method, url, authorization: headers.authorization, body });
		response.writeHead(method === 'DELETE' ? 409 : 200, { 'content-type': 'application/json' });
		response.end(method === 'DELETE' ? '{"error":"not in a sandbox"}' : '{"api_id":"x","meta":{"total_count":1}}');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close().closeAllConnections());
	return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox` };
}

const account = { PLIVO_AUTH_ID: 'SASANDBOXSANDBOX0000', PLIVO_AUTH_TOKEN: 'of the sandbox' };

describe('verify --server', () => {
	it('sends the samples there, with its own credentials, and tells how they end', { timeout: 120_000 }, async () => {
		const { asked, url } = await sandbox();
		const args = ['verify', '--server', `${url}/`, '--language', 'node', '--style', 'http', '--reporter', 'json'];
		const { code, stdout } = await start(place, account, ...args).ended;
		const results = readResults(stdout);
		const told = (id: string) => results.find(({ operationId }) => operationId === id);
		expect(told('listNumbers')).toMatchObject({ outcome: 'not verified', reasons: [`ends with 0 against ${url}`] });
		expect(told('removeShortcode')).toMatchObject({ outcome: 'failed', stoppedAt: 'run' });
		expect(told('removeShortcode')?.reasons[0]).toContain(`ends with 1 against ${url}: `);
		expect(told('removeShortcode')?.reasons[0]).toContain('not in a sandbox');
		expect(results.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
		expect(code).toBe(1);
		const pair = Buffer.from(Object.values(account).join(':')).toString('base64');
		expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([`Basic ${pair}`]));
		expect(asked.map(({ method, url }) => `${method} ${url}`)).toContainEqual(
			expect.stringMatching(
				/^DELETE \/sandbox\/Account\/SASANDBOXSANDBOX0000\/NumberPool\/[^/]+\/Shortcode\/444444\/$/,
			),
		);
		expect(asked.map(({ body }) => body)).toContainEqual(expect.stringContaining('"name":"my_powerpack"'));
	});

	it('tells of a server that is not there, and passes nothing', { timeout: 120_000 }, async () => {
		const args = ['verify', '--server', 'http://127.0.0.1:1', '--language', 'shell', '--style', 'http'];
		const { code, stdout } = await start(place, account, ...args, '--shard', '1/6', '--reporter', 'json').ended;
		const results = readResults(stdout);
		expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'failed'));
		expect(results[0]?.reasons[0]).toContain('ECONNREFUSED');
		expect(code).toBe(1);
	});

	it.each([
		[account, /goes without --record/, ['--server', 'http://127.0.0.1:1', '--record']],
		[account, /write the base URL of an API/, ['--server', 'sandbox']],
		[{ PLIVO_AUTH_ID: '', PLIVO_AUTH_TOKEN: '' }, /set PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN\./, ['--server', 'http://x']],
	])('refuses what makes no sense: %#', async (env, told, args) => {
		const { code, stderr } = await start(place, env, 'verify', ...args).ended;
		expect(stderr).toMatch(told);
		expect(code).toBe(2);
	});
});
