import { describe, expect, it } from 'vitest';
import { API, codeOf, open, proxied, tasksOf } from './proxied.ts';

const named = [
	'Host',
	'Connection',
	'Transfer-Encoding',
	'Content-Length',
	'X-Forwarded-For',
	'Forwarded',
	'Upgrade',
	'TE',
	'Proxy-Authorization',
	'Expect',
	'Accept-Encoding',
];
const parameters = [...named, 'X-Own', 'User-Agent'].map((name) => ({
	name,
	in: 'header',
	schema: { type: 'string' },
}));
const site = proxied({
	apis: {
		tiny: tasksOf({
			...API,
			paths: { '/ping': { get: { operationId: 'ping', parameters, responses: { 200: { description: 'Pong.' } } } } },
		}),
	},
});

const sentNames = () => {
	const raw = site.upstream().received[0]?.rawHeaders ?? [];
	return raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
};

describe('The site’s cookies, X-Forwarded-*, Host and hop-by-hop headers never forwarded', () => {
	it('sends only what the document says and the proxy needs, whatever the browser sent', async () => {
		const headers = {
			cookie: 'session=site',
			'x-forwarded-for': '198.51.100.7',
			'x-forwarded-host': 'evil.example',
			'x-forwarded-proto': 'http',
			forwarded: 'for=198.51.100.7',
			'x-real-ip': '198.51.100.7',
			via: '1.1 somewhere',
			te: 'trailers',
			authorization: 'Basic c2l0ZTpzaXRl',
			'proxy-authorization': 'Basic c2l0ZTpzaXRl',
			referer: `${site.address()}/plivo/`,
			'accept-language': 'de',
			'user-agent': 'A browser',
			'x-own': 'of the browser',
		};
		await open(await site.send({}, { headers }));
		expect(sentNames().sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
		expect(site.upstream().received[0]?.headers).toMatchObject({
			host: 'api.tiny.example',
			'user-agent': 'specimen-try-it',
			connection: 'close',
		});
	});
	it('sends a header that the document has, with the reader’s value', async () => {
		await open(await site.send({ values: { 'X-Own': 'mine', 'User-Agent': 'me' } }));
		expect(site.upstream().received[0]?.headers).toMatchObject({ 'x-own': 'mine', 'user-agent': 'me' });
	});
	it.each(named)('refuses %s as a header of the document', async (name) => {
		expect(await codeOf(await site.send({ values: { [name]: 'chunked' } }))).toBe('refused-header');
		expect(site.dialled).toEqual([]);
	});
	it.each(['é\u0000', 'x\r\nHost: evil.example', 'emoji 😀'])('refuses %j, which HTTP cannot send', async (value) => {
		expect(await codeOf(await site.send({ values: { 'X-Own': value } }))).toMatch(/^(unsendable|refused-header)$/);
		expect(site.dialled).toEqual([]);
	});
});

const INERT = ['x-request-id', 'content-type', 'location', 'link', 'retry-after'];
const DROPPED = [
	'set-cookie',
	'set-cookie2',
	'access-control-allow-origin',
	'access-control-allow-credentials',
	'access-control-expose-headers',
	'content-security-policy',
	'content-security-policy-report-only',
	'refresh',
	'clear-site-data',
	'cross-origin-opener-policy',
	'strict-transport-security',
	'alt-svc',
	'report-to',
	'nel',
	'service-worker-allowed',
	'connection',
	'keep-alive',
	'proxy-authenticate',
	'trailer',
	'upgrade',
	'x-only-here',
];

describe('Set-Cookie, CORS, CSP, Refresh, Clear-Site-Data dropped from answers', () => {
	it('drops them from the envelope and from the answer that carries it', async () => {
		site.upstream().answer = (_message, response) => {
			for (const name of [...DROPPED, ...INERT]) response.setHeader(name, `value of ${name}`);
			response.setHeader('connection', 'x-only-here');
			response.setHeader('set-cookie', ['a=1; Path=/', 'b=2']);
			response.end('body');
		};
		const answer = await site.send({});
		const outside = Object.fromEntries(answer.headers);
		const inside = (await open(answer)).headers.map(([name]) => name.toLowerCase());
		expect(inside.filter((name) => DROPPED.includes(name))).toEqual([]);
		expect(inside).toEqual(expect.arrayContaining(INERT));
		for (const name of [...DROPPED, ...INERT]) expect(outside[name] ?? '', name).not.toContain('value of');
		expect(outside['set-cookie'] ?? '').toBe('');
		expect(outside['access-control-allow-origin']).toBeUndefined();
	});
});
