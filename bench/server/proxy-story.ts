import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { READERS, type Story } from './load.ts';

/** A server of this machine for the proxy to reach, and what each reader sends there. */
export interface ProxyBench {
	/** What the server has to be started with. */
	environment: Record<string, string>;
	story: Story;
	close(): Promise<void>;
}

/** Starts an API of one operation and describes it in the folder of specs. The proxy's limits of one client are lifted: all readers share one address here. */
export async function openProxyBench(specFolder: string): Promise<ProxyBench> {
	const upstream = createServer((request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ asked: request.url }));
	}).listen(0, '127.0.0.1');
	await once(upstream, 'listening');
	const { port } = upstream.address() as AddressInfo;
	const server = `http://127.0.0.1:${port}`;
	mkdirSync(join(specFolder, 'upstream'));
	writeFileSync(join(specFolder, 'upstream/openapi.json'), JSON.stringify(description(server)));
	return {
		environment: {
			TRY_PROXY: 'upstream',
			TRY_PROXY_PORTS: String(port),
			TRY_PROXY_LOOPBACK: 'http',
			TRY_PROXY_RATE: '9999999',
			TRY_PROXY_CONCURRENT: String(READERS),
		},
		story: (reader, address) => [
			{
				method: 'POST',
				path: '/try/send',
				headers: { 'content-type': 'application/json', origin: address },
				body: JSON.stringify({
					api: 'upstream',
					task: 'readItem',
					server,
					values: { id: String(reader) },
					credentials: {},
				}),
				isRight: (status, answer) => status === 200 && answer.includes('"end"'),
			},
		],
		async close() {
			upstream.closeAllConnections();
			await upstream[Symbol.asyncDispose]();
		},
	};
}

function description(url: string): object {
	const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
	const operation = { operationId: 'readItem', parameters: [id], responses: { 200: { description: 'The item.' } } };
	return {
		openapi: '3.1.0',
		info: { title: 'Upstream', version: '1' },
		servers: [{ url }],
		paths: { '/items/{id}': { get: operation } },
	};
}
