import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderOf } from '../server/site-fixture.ts';
import { open, proxied, type Sent, sendTo } from './proxied.ts';
import { listenAnywhere } from './upstream.ts';

/** A secret that nothing else contains; with signs that URLs and headers write in other ways. */
const CANARY = 'canary/7Q+x%40 é=YellowBird';
const FORMS = [
	CANARY,
	'YellowBird',
	encodeURIComponent(CANARY),
	Buffer.from(CANARY).toString('base64'),
	Buffer.from(CANARY).toString('base64url'),
	Buffer.from(`${CANARY}:${CANARY}`).toString('base64'),
	Buffer.from(CANARY).toString('hex'),
	JSON.stringify(CANARY).slice(1, -1),
];
const holdsCanary = (words: string) => FORMS.some((form) => words.includes(form) || decode(words).includes(form));

function decode(words: string): string {
	return words.replace(/%([\da-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** An API on this machine, which answers as a test says. */
let reply = (_message: IncomingMessage, response: ServerResponse) => void response.end('{}');
let arrived: string[] = [];
const api = createServer(async (message, response) => {
	arrived.push(`${message.url} ${JSON.stringify(message.rawHeaders)} ${await text(message)}`);
	reply(message, response);
});
const port = await listenAnywhere(api);
const server = `http://127.0.0.1:${port}/v1`;
const names = ['basic', 'bearer', 'query', 'header', 'cookie'];
const scheme = (place: string) => `{type: apiKey, in: ${place}, name: key, x-credentials: {key: {name: secret}}}`;
const spec = `openapi: 3.1.0
info: {title: Tiny, version: '1'}
servers: [{url: '${server}'}, {url: 'http://127.0.0.1:1/v1'}]
components:
  securitySchemes:
    basic: {type: http, scheme: basic, x-credentials: {username: {name: id}, password: {name: secret}}}
    bearer: {type: http, scheme: bearer, x-credentials: {token: {name: secret}}}
    query: ${scheme('query')}
    header: ${scheme('header')}
    cookie: ${scheme('cookie')}
paths:
${names
	.map(
		(name) => `  /${name}/{id}:
    get:
      operationId: ${name}
      security: [{${name}: []}]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: q, in: query, schema: {type: string}}
      responses: {'200': {description: Well.}}`,
	)
	.join('\n')}
`;

const directory = folderOf({ 'dist/index.html': 'home', 'spec/tiny/openapi.yaml': spec });
let child: ChildProcess;
let address = '';
let logged = '';
beforeAll(async () => {
	child = spawn(process.execPath, [resolve('src/server/main.ts')], {
		cwd: directory,
		env: {
			...process.env,
			HOST: '',
			PORT: '0',
			TRY_PROXY: 'tiny',
			TRY_PROXY_LOOPBACK: 'http',
			TRY_PROXY_PORTS: `${port},1`,
		},
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk) => {
			logged += chunk;
		});
	}
	const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data', { signal: AbortSignal.timeout(30_000) });
	address = /http:\S+/.exec(String(line))?.[0] ?? '';
});
afterAll(async () => {
	child.kill();
	await once(child, 'close');
	await api[Symbol.asyncDispose]();
});

const wanted = (more: Partial<Sent> = {}): Partial<Sent> => ({
	task: 'basic',
	server,
	values: { id: 'mine' },
	credentials: { id: CANARY, secret: CANARY },
	...more,
});

/** Everything around an answer's body that somebody could keep or follow. */
async function around(answer: Response): Promise<string> {
	const headers = JSON.stringify([...answer.headers]);
	const [head = '', ...rest] = (await answer.text()).split('\n');
	return [answer.url, answer.statusText, headers, head, ...rest.filter((words) => !words.startsWith('{"chunk"'))].join(
		'\n',
	);
}

it.each(names)('A canary secret arrives at the API and is in no address, header or error text: %s', async (task) => {
	arrived = [];
	const said = await around(await sendTo(address, wanted({ task })));
	expect(arrived.filter(holdsCanary).length + arrived.filter((words) => /"Basic /.test(words)).length).toBeGreaterThan(
		0,
	);
	expect(said).toContain('"end"');
	expect(holdsCanary(said)).toBe(false);
	expect(said).toContain('"no-referrer"');
	expect(said).toContain('"no-store"');
});

it('An API that repeats it in a header or a link does not make the site repeat it', async () => {
	reply = (message, response) => {
		const link = `https://127.0.0.1/?next=${message.url}`;
		response.writeHead(302, `See ${encodeURIComponent(CANARY)}`, {
			location: link,
			link: `<${link}>; rel=next`,
			'x-debug': String(message.headers.authorization),
			'x-basic': encodeURIComponent(CANARY),
		});
		response.end();
	};
	for (const task of names) expect(holdsCanary(await around(await sendTo(address, wanted({ task }))))).toBe(false);
	reply = (_message, response) => void response.end('{}');
});

it.each<[string, Partial<Sent>, RequestInit]>([
	['no such operation', { task: 'nothing' }, {}],
	['no such server', { server: 'https://evil.example' }, {}],
	['a missing value', { task: 'bearer', values: {} }, {}],
	['a missing secret', { credentials: { id: CANARY } }, {}],
	['a value that nothing has', { values: { id: 'mine', more: CANARY } }, {}],
	['a secret that no header can hold', { task: 'bearer', credentials: { secret: `${CANARY}\r\n` } }, {}],
	['a secret that leads out of the path', { credentials: { id: `../../${CANARY}`, secret: CANARY } }, {}],
	['a value that leads out of the path', { task: 'query', values: { id: `../../${CANARY}` } }, {}],
	['no connection', { server: 'http://127.0.0.1:1/v1' }, {}],
	['JSON cut off', {}, { body: `{"credentials":{"secret":"${CANARY}` }],
	['another shape', {}, { body: JSON.stringify({ ...wanted(), values: [CANARY] }) }],
	['another site', {}, { headers: { origin: 'https://evil.example' } }],
	['a form', {}, { headers: { 'content-type': 'text/plain' } }],
	['a method that is not POST', {}, { method: 'PUT' }],
	['too much', { values: { id: CANARY.repeat(20_000) } }, {}],
])('Refused for %s, it is in no error text', async (_why, more, init) => {
	const answer = await sendTo(address, wanted(more), init);
	expect(answer.status).toBeGreaterThanOrEqual(400);
	const said = await around(answer);
	expect(said).toMatch(/"hint":"[^"]/);
	expect(holdsCanary(said)).toBe(false);
});

it('An answer that breaks off is told without it', async () => {
	reply = (_message, response) => {
		response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy());
	};
	const said = await around(await sendTo(address, wanted()));
	expect(said).toContain('"broken-off"');
	expect(holdsCanary(said)).toBe(false);
	reply = (_message, response) => void response.end('{}');
});

it('It is in no log and no file, after all that', async () => {
	expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
	expect(logged).toContain('Specimen is at');
	expect(holdsCanary(logged)).toBe(false);
	const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
	const names = files.map((file) => join(file.parentPath, file.name));
	// The forms keep a database there; the spec shows that files were read at all.
	expect(names).toContain(join(directory, 'spec/tiny/openapi.yaml'));
	expect(names.filter((file) => holdsCanary(readFileSync(file, 'utf8')))).toEqual([]);
});

const broken = proxied({
	dial: () => {
		throw new TypeError(`cannot read ${CANARY}`);
	},
});
it('A fault inside the proxy is logged by its place, without its words', async () => {
	const answer = await broken.send({});
	expect(answer.status).toBe(500);
	expect(holdsCanary(await answer.text())).toBe(false);
	const [fault] = broken.faults as Error[];
	expect(String(fault?.stack)).toContain('canary.test.ts');
	expect(holdsCanary(`${fault?.stack} ${fault?.message} ${fault?.cause}`)).toBe(false);
});

it('The body of an answer is the reader’s own, and is passed on as it is', async () => {
	reply = (_message, response) => void response.end(CANARY);
	expect((await open(await sendTo(address, wanted()))).body).toBe(CANARY);
});
