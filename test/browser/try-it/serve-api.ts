import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A made-up API of another origin, which answers by path. */
export interface ServedApi {
	origin: string;
	/** The answers that are held open, by path; tests write more to them. */
	open: Map<string, ServerResponse>;
	/** What was asked for: method, path and the names of the headers. */
	asked: { method: string; path: string; headers: string[] }[];
	close(): Promise<void>;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const SVG =
	'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="document.title=1"><script>parent.document.title="run"</script><circle r="20" cx="20" cy="20"/></svg>';

/** Bodies by path; see `serveApi`. */
const BODIES: Readonly<Record<string, { type: string; body: () => string | Buffer; status?: number }>> = {
	'/things': { type: 'application/json', body: () => '[{"id":1,"name":"pen","price":12345678901234567890.10}]' },
	'/wrong': { type: 'application/json', body: () => '[{"id":"one","next":{"id":2}},{"id":3,"name":"pot"}]' },
	'/teapot': { type: 'text/plain', body: () => 'short and stout', status: 418 },
	'/html': { type: 'text/html', body: () => '<h1 onclick="x()">Hi</h1><script>document.title="run"</script>' },
	'/picture': { type: 'image/png', body: () => Buffer.from(PIXEL, 'base64') },
	'/drawing': { type: 'image/svg+xml', body: () => SVG },
	'/file': { type: 'application/zip', body: () => Buffer.from('PK\u0003\u0004') },
	'/no-json': { type: 'application/json', body: () => '{"a": oops}' },
	'/big': { type: 'application/json', body: big },
};

/** About 5 MB of JSON: 100,000 values in objects. */
function big(): string {
	return JSON.stringify({ meta: { total: 25_000 }, objects: Array.from({ length: 25_000 }, bigThing) });
}

const bigThing = (_: unknown, at: number) => ({
	id: at,
	name: `thing number ${at}`,
	note: 'x'.repeat(120),
	price: at / 8,
});

/** Serves it on a free port. Every page may ask it, but for `/closed`. */
export async function serveApi(): Promise<ServedApi> {
	const open = new Map<string, ServerResponse>();
	const asked: ServedApi['asked'] = [];
	const server = createServer((request, response) => {
		const { pathname: path } = new URL(request.url ?? '/', 'http://api');
		asked.push({ method: request.method ?? '', path, headers: Object.keys(request.headers) });
		if (path !== '/closed') {
			response.setHeader('access-control-allow-origin', '*');
			response.setHeader('access-control-allow-headers', 'authorization, x-told');
			response.setHeader('access-control-expose-headers', 'x-request-id');
			response.setHeader('x-request-id', 'r-1');
		}
		if (request.method === 'OPTIONS') response.writeHead(204).end();
		else if (path === '/zipped') {
			response.setHeader('timing-allow-origin', '*');
			response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' });
			response.end(gzipSync('x'.repeat(20_000)));
		} else if (path === '/moved') response.writeHead(302, { location: '/things' }).end();
		else if (path === '/slow' || path === '/events' || path === '/cut') {
			open.set(path, response);
			if (path === '/cut') response.writeHead(200, { 'content-type': 'text/plain' }).write('half of it');
			if (path === '/events') response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
		} else {
			const { type, body, status = 200 } = BODIES[path] ?? { type: 'text/plain', body: () => '', status: 404 };
			response.writeHead(status, { 'content-type': type }).end(body());
		}
	});
	await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		open,
		asked,
		close() {
			server.closeAllConnections();
			return new Promise((settle) => server.close(() => settle()));
		},
	};
}
