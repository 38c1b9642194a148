import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createDocument, type Json } from '../../src/core/document.ts';
import { readOperations } from '../../src/core/read-operations.ts';
import { listTasks, type Task } from '../../src/core/task.ts';
import type { ProxyOptions } from '../../src/proxy/create-proxy.ts';
import type { Address } from '../../src/proxy/find-addresses.ts';
import type { Dial } from '../../src/proxy/open-connection.ts';
import { createServer } from '../../src/server/create-server.ts';
import { listen } from '../../src/server/listen.ts';
import { proxyRoute } from '../../src/server/proxy-route.ts';
import { folderOf } from '../server/site-fixture.ts';
import { authority, plainAnswer, startUpstream, type Upstream } from './upstream.ts';

/** The address that the API's name leads to in the tests: a public one, so that the real policy lets it pass. */
export const PUBLIC = '93.184.215.14';

/** A site whose proxy reaches an upstream of the tests. */
export interface Proxied {
	/** The site's address. */
	address: () => string;
	upstream: () => Upstream;
	/** Every connection that the proxy dialled: the addresses that it was handed, and the port. */
	dialled: { addresses: string[]; port: number }[];
	/** Names that were looked up. */
	resolved: string[];
	/** What the server logged of faults. */
	faults: unknown[];
	/** Sends what a page of the site would. */
	send: (wanted: Partial<Sent>, init?: RequestInit) => Promise<Response>;
}

/** What a page sends. */
export interface Sent {
	api: string;
	task: string;
	server: string;
	values: Record<string, string | null>;
	credentials: Record<string, string>;
}

/** An API as small as a test needs. */
export const API: Json = {
	openapi: '3.1.0',
	info: { title: 'Tiny', version: '1' },
	servers: [{ url: 'https://api.tiny.example/v1' }],
	paths: {
		'/ping': { get: { operationId: 'ping', responses: { 200: { description: 'Pong.' } } } },
	},
};

/** The tasks of a document that a test writes down. */
export function tasksOf(root: Json): Task[] {
	return listTasks(readOperations(createDocument({ file: 'openapi.yaml', root })));
}

/**
 * Starts, for the file's tests, an upstream and a site with a proxy: real servers, real TLS, the real policy. Names lead
 * to `PUBLIC`, and the connection to that address is made to the upstream's port of this machine.
 */
export function proxied(options: Partial<Omit<ProxyOptions, 'basePath'>> = {}): Proxied {
	let address = '';
	let upstream: Upstream;
	const close: (() => Promise<unknown>)[] = [];
	const dialled: Proxied['dialled'] = [];
	const resolved: string[] = [];
	const faults: unknown[] = [];
	const resolve = async (hostname: string): Promise<readonly Address[]> => {
		resolved.push(hostname);
		return (options.resolve ?? (async () => [{ address: PUBLIC, family: 4 }]))(hostname);
	};
	const dial: Dial = (to) => {
		dialled.push({ addresses: to.addresses.map((one) => one.address), port: to.port });
		return options.dial ? options.dial(to) : connect(upstream.port, '127.0.0.1');
	};
	beforeAll(async () => {
		upstream = await startUpstream();
		const site = { hosts: ['127.0.0.1'] };
		const limits = { perMinute: 1_000_000, concurrentPerClient: 1_000, ...options.limits };
		const route = proxyRoute({
			apis: { tiny: tasksOf(API) },
			site,
			ca: authority.certificate,
			...options,
			limits,
			resolve,
			dial,
		});
		const server = createServer({
			siteDirectory: folderOf({ 'index.html': 'home' }),
			routes: [route],
			onError: (error) => faults.push(error),
		});
		address = await listen(server, { host: '127.0.0.1', port: 0 });
		close.push(upstream.close, async () => {
			server.closeAllConnections();
			await server[Symbol.asyncDispose]();
		});
	});
	afterEach(() => {
		for (const list of [dialled, resolved, faults, upstream.received]) list.length = 0;
		upstream.answer = plainAnswer;
	});
	afterAll(() => Promise.all(close.map((end) => end())));
	const send: Proxied['send'] = (wanted, init = {}) => sendTo(address, wanted, init);
	return { address: () => address, upstream: () => upstream, dialled, resolved, faults, send };
}

/** Sends to a site's proxy what a page of that site would. */
export function sendTo(address: string, wanted: Partial<Sent>, init: RequestInit = {}): Promise<Response> {
	const whole = { api: 'tiny', task: 'ping', server: 'https://api.tiny.example/v1', values: {}, credentials: {} };
	return fetch(`${address}/try/send`, {
		method: 'POST',
		body: JSON.stringify({ ...whole, ...wanted }),
		signal: AbortSignal.timeout(20_000),
		...init,
		headers: {
			'content-type': 'application/json',
			origin: address,
			'sec-fetch-site': 'same-origin',
			...(init.headers as Record<string, string> | undefined),
		},
	});
}

/** An envelope as it was opened. */
export interface Opened {
	status: number;
	statusText: string;
	headers: [string, string][];
	url: string;
	body: string;
	end?: { bytes: number; ms: number };
	error?: { code: string; message: string; hint: string };
}

/** Opens the envelope of an answer. */
export async function open(answer: Response): Promise<Opened> {
	const text = await answer.text();
	if (answer.status !== 200) throw new Error(`The proxy refused: ${text}`);
	const [head, ...rest] = text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
	const body = Buffer.concat(rest.map(({ chunk }) => Buffer.from(chunk ?? '', 'base64'))).toString();
	return { ...head, body, ...rest.at(-1) };
}

/** The code of a refusal, and whether its words are there for a person. */
export async function codeOf(answer: Response): Promise<string> {
	const { code, title, detail, hint, status } = (await answer.json()) as Record<string, string>;
	const said = answer.headers.get('content-type') === 'application/problem+json' && title && detail && hint;
	return said && Number(status) === answer.status ? String(code) : `malformed refusal: ${code}`;
}
