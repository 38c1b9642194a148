import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mockRoute } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { routeMiddleware } from '../../src/server/route-middleware.ts';

const middleware = routeMiddleware(() => [mockRoute(readSpecs('test/mock/fixtures/spec'))]);
const server = createServer((request, response) => middleware(request, response, () => response.end('the page')));
let address = '';

beforeAll(async () => {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	return server[Symbol.asyncDispose]();
});

it('answers the mock inside a development server', async () => {
	const answer = await fetch(`${address}/mock/v2/boxes/7`);
	expect(await answer.json()).toEqual({ box: 7 });
	expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
});

it('leaves every other path to the development server', async () => {
	expect(await (await fetch(`${address}/plivo/`)).text()).toBe('the page');
});
