import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { createServer } from '../../../src/server/create-server.ts';
import { listen } from '../../../src/server/listen.ts';
import { mockRoute } from '../../../src/server/mock-route.ts';
import type { ServedSite } from '../serve-site.ts';
import { things } from './things.ts';

/** Serves the panel's answer alone, built as the site is, under the site's own policy and with a mock; see `harness.tsx`. */
export async function serveHarness(): Promise<ServedSite & { directory: string }> {
	const directory = mkdtempSync(join(tmpdir(), 'specimen-harness-'));
	const remove = () => rmSync(directory, { recursive: true, force: true });
	await build({
		root: resolve(import.meta.dirname),
		configFile: false,
		logLevel: 'error',
		oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
		build: {
			outDir: directory,
			assetsInlineLimit: 0,
			rollupOptions: { input: join(import.meta.dirname, 'harness.html') },
		},
	}).catch((error: unknown) => {
		remove();
		throw error;
	});
	const server = createServer({
		siteDirectory: directory,
		routes: [mockRoute({ things: { document: things } }), proxyStandIn],
	});
	server.prependListener('request', widenPolicy);
	const origin = await listen(server, { host: '127.0.0.1', port: 0 });
	return {
		origin,
		directory,
		async close() {
			server.closeAllConnections();
			await server[Symbol.asyncDispose]();
			remove();
		},
	};
}

/** Lets the page ask other servers of this machine, unless it is asked for with `?strict`. */
function widenPolicy({ url }: IncomingMessage, response: ServerResponse): void {
	if (url?.endsWith('?strict')) return;
	const setHeader = response.setHeader.bind(response);
	response.setHeader = (name, value) =>
		setHeader(name, String(value).replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*"));
}

/** Speaks as the proxy does: refuses one server, answers for the others. */
const proxyStandIn = {
	prefix: '/try/send',
	async answer(request: Request): Promise<Response> {
		const { server } = (await request.json()) as { server: string };
		if (server.includes('private')) {
			const problem = { code: 'private-address', detail: 'That address is private.', hint: 'Choose a public server.' };
			return Response.json(problem, { status: 403, headers: { 'content-type': 'application/problem+json' } });
		}
		const lines = [
			{ status: 200, statusText: 'OK', headers: [['content-type', 'application/json']], url: server },
			{ chunk: btoa('[{"id":1,"name":"pen"}]') },
			{ end: { bytes: 17, ms: 41 } },
		];
		return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
			headers: { 'content-type': 'application/x-ndjson' },
		});
	},
};
