import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { valueNames } from '../../src/core/call.ts';
import type { Task } from '../../src/core/task.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/create-proxy.ts';
import { dialByTcp } from '../../src/proxy/open-connection.ts';
import { hostileAt, plivoAt } from './fuzz-documents.ts';
import { proxied, type Sent } from './proxied.ts';
import { startTripwire, startUpstream } from './upstream.ts';

const tripwire = await startTripwire();
const upstream = await startUpstream('127.0.0.1');
afterAll(() => Promise.all([tripwire.close(), upstream.close()]));

/** The one server that may be reached. This machine and the tripwire's port are allowed, so that nothing but the target protects them. */
const SERVER = `https://127.0.0.1:${upstream.port}/v1`;
const PREFIX = '/v1';
const ports = [upstream.port, tripwire.port];
const elsewhere = [`127.0.0.1:${tripwire.port}`, `localhost:${tripwire.port}`, `[::1]:${tripwire.port}`];

const PIECES = [
	...[
		'..',
		'.',
		'/',
		'\\',
		'//',
		'\\\\',
		'@',
		':',
		'?',
		'#',
		';',
		'&',
		'=',
		'%',
		'<',
		'{',
		'}',
		'[',
		']',
		'|',
		'^',
		'~',
	],
	...['%2e', '%2E%2e', '%2f', '%5c', '%00', '%0d%0a', '%252e', '%25252f', '%u002e', '%c0%ae', '%ef%bc%8f', '+'],
	...[
		'\r\n',
		'\n',
		'\r',
		'\t',
		'\0',
		' ',
		'\u0085',
		'\u2028',
		'\u3002',
		'\uFF0E',
		'\uFF0F',
		'\u2025',
		'\uD800',
		'\uFEFF',
	],
	...[
		'https://',
		'http:',
		'file:///etc/passwd',
		'user:pass@',
		'Host: evil.example',
		' HTTP/1.1\r\n\r\nGET /x',
		'a',
		'7',
	],
	...['../', '..\\', '..;/', '/..', '/.', '.%2e/', '/%2e%2e/', '2130706433', '0x7f.1', ...elsewhere],
];
const crafted = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
	{ weight: 6, arbitrary: crafted },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 2, arbitrary: fc.json({ maxDepth: 3 }) },
	{ weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true }) },
);
const anyServer = fc.oneof(
	{ weight: 20, arbitrary: fc.constant(SERVER) },
	{ weight: 1, arbitrary: anyText },
	{ weight: 1, arbitrary: crafted.map((end) => SERVER + end) },
	{ weight: 1, arbitrary: fc.constantFrom(...elsewhere.map((host) => `https://${host}/v1`)) },
);

/** A request of a page: one of the tasks, and for each of its values a text or nothing. */
function anyTarget(tasks: readonly Task[]): fc.Arbitrary<{ task: Task; wanted: Sent }> {
	return fc.constantFrom(...tasks).chain((task) => {
		const names = [...valueNames(task.operation), ...(task.operation.body ? ['body'] : [])];
		const values = fc.record(
			Object.fromEntries(names.map((name) => [name, name === 'body' ? fc.json({ maxDepth: 3 }) : anyText])),
			{
				requiredKeys: names.filter((name) => name !== 'body' && name !== 'any'),
			},
		);
		const secrets = ['auth_id', 'auth_token', 'key', 'token', 'username', 'password'];
		const credentials = fc.record(Object.fromEntries(secrets.map((name) => [name, anyText])));
		return fc
			.record({ values, credentials, server: anyServer })
			.map((parts) => ({ task, wanted: { api: 'any', task: task.id, ...parts } }));
	});
}

/** What is wrong about a request that arrived, if anything is. */
function whatIsWrong(
	task: Task,
	{ method = '', url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
) {
	const path = url.split('?')[0] ?? '';
	const steps = decodeFully(path).split(/[/\\]/);
	if (method !== task.operation.method) return `method ${method}`;
	if (headers.host !== `127.0.0.1:${upstream.port}`) return `host ${headers.host}`;
	if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) return `prefix of ${url}`;
	if (steps.some((step) => step === '.' || step === '..')) return `steps of ${url}`;
	const template = task.operation.path.split(/[?#]/)[0] ?? '';
	const depth = template.split('/').length + PREFIX.split('/').length - 1;
	return path.split('/').length === depth ? undefined : `depth of ${url}`;
}

function decodeFully(text: string): string {
	const once = text.replace(/%([\da-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
	return once === text ? text : decodeFully(once);
}

const options = (tasks: Task[]) => ({
	apis: { any: tasks },
	site: { hosts: ['127.0.0.1'] },
	ports,
	loopback: true,
	limits: { perMinute: 1e9, concurrentPerClient: 1e6, concurrent: 1e6 },
});

describe.each([
	['Plivo’s operations', plivoAt, 5_000],
	['a hostile document', hostileAt, 4_600],
] as const)(
	'A fuzz of random and crafted targets of %s reaches nothing outside the allowed server',
	(_what, tasksAt, runs) => {
		/** The real server's part of HTTP on pairs of streams in place of sockets, so that thousands take seconds. */
		const arrived: { url: string; method: string; headers: IncomingMessage['headers'] }[] = [];
		const server = createServer(async (message, response) => {
			await text(message);
			arrived.push({ url: message.url ?? '', method: message.method ?? '', headers: message.headers });
			response.end('well');
		});
		const dialled: string[] = [];
		const dial: ProxyOptions['dial'] = ({ hostname, addresses, port }) => {
			dialled.push(`${hostname} ${addresses.map(({ address }) => address)} ${port}`);
			const [near, far] = duplexPair();
			server.emit('connection', far);
			setImmediate(() => near.emit('connect'));
			return near as Socket;
		};
		// Plain HTTP, for there is no TLS on a pair of streams; everything before it is the same.
		const plain = SERVER.replace('https:', 'http:');
		const proxy = createProxy({ ...options(tasksAt(plain)), basePath: '/try', dial });
		const headers = { host: '127.0.0.1', origin: 'http://127.0.0.1', 'content-type': 'application/json' };

		it(`${runs} of them, up to the dial`, async () => {
			const outcomes: Record<string, number> = {};
			await fc.assert(
				fc.asyncProperty(anyTarget(tasksAt(plain)), async ({ task, wanted }) => {
					arrived.length = 0;
					dialled.length = 0;
					const body = JSON.stringify({ ...wanted, server: wanted.server.replace(/^https:/, 'http:') });
					const answer = await proxy(new Request('http://localhost/try/send', { method: 'POST', headers, body }), {
						address: '127.0.0.1',
					});
					const said = await answer.text();
					const outcome = answer.status === 200 ? 'sent' : String(JSON.parse(said).code);
					outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
					const sent = outcome === 'sent' ? 1 : 0;
					expect(dialled).toEqual(Array(sent).fill(`127.0.0.1 127.0.0.1 ${upstream.port}`));
					expect(arrived.map((message) => whatIsWrong(task, message))).toEqual(Array(sent).fill(undefined));
				}),
				{ numRuns: runs },
			);
			expect(outcomes.sent).toBeGreaterThan(runs / 40);
			expect(outcomes['refused-path']).toBeGreaterThan(runs / 40);
			expect(outcomes['unknown-server']).toBeGreaterThan(runs / 100);
			expect(tripwire.touched()).toBe(0);
		});

		const site = proxied({ ...options(tasksAt(SERVER)), dial: dialByTcp });
		it('200 of them, over real connections', async () => {
			await fc.assert(
				fc.asyncProperty(anyTarget(tasksAt(SERVER)), async ({ task, wanted }) => {
					upstream.received.length = 0;
					const answer = await site.send(wanted);
					await answer.text();
					const met = upstream.received.map(({ method, target, headers: sent }) =>
						whatIsWrong(task, { method, url: target, headers: sent }),
					);
					expect(met).toEqual(answer.status === 200 ? [undefined] : []);
				}),
				{ numRuns: 200 },
			);
			expect({ touched: tripwire.touched(), faults: site.faults }).toEqual({ touched: 0, faults: [] });
			expect(upstream.connections()).toBeGreaterThan(0);
		});
	},
);
