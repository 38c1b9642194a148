import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.md': 'text/markdown; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
};

/** A served site and how to end it. */
export interface ServedSite {
	origin: string;
	close(): Promise<void>;
}

/** Serves a built site on a free port under the policy that it is made for. */
export async function serveSite(directory: string): Promise<ServedSite> {
	const { scriptHashes } = JSON.parse(readFileSync(join(directory, '_specimen/csp.json'), 'utf8')) as {
		scriptHashes: string[];
	};
	const policy = [
		"default-src 'none'",
		`script-src 'self' 'wasm-unsafe-eval' ${scriptHashes.map((hash) => `'${hash}'`).join(' ')}`,
		"style-src 'self'",
		"img-src 'self' data:",
		"connect-src 'self'",
		"font-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join('; ');
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://site');
		const found = find(directory, decodeURIComponent(pathname));
		const file = found ?? join(directory, '404.html');
		response.writeHead(found ? 200 : 404, {
			'content-security-policy': policy,
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
		});
		response.end(readFileSync(file));
	});
	await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

function find(directory: string, path: string): string | undefined {
	const file = join(directory, normalize(path));
	const stat = statSync(file, { throwIfNoEntry: false });
	if (stat?.isFile()) return file;
	return stat?.isDirectory() ? find(directory, join(path, 'index.html')) : undefined;
}

function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((settle) => server.close(() => settle()));
}
