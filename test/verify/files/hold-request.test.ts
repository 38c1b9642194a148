import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadApi } from '../../../src/load/load-api.ts';
import type { CapturedRequest } from '../../../src/verify/captured-request.ts';
import { createOperationSearch } from '../../../src/verify/files/find-operation.ts';
import { holdRequest } from '../../../src/verify/files/hold-request.ts';
import { languages } from '../../../templates/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'specimen-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A search over a document of one API whose servers are as given. */
function searchOf(name: string, servers: unknown) {
	const parameter = (where: string, called: string, schema: object) => ({
		name: called,
		in: where,
		required: true,
		schema,
	});
	const file = join(folder, `${name}.json`);
	const document = {
		openapi: '3.1.0',
		info: { title: 'Shop', version: '1' },
		...(servers ? { servers } : {}),
		paths: {
			'/orders/{id}': {
				put: {
					operationId: 'changeOrder',
					parameters: [
						parameter('path', 'id', { type: 'integer' }),
						parameter('query', 'currency', { type: 'string' }),
					],
					requestBody: {
						content: {
							'application/json': {
								schema: {
									type: 'object',
									required: ['amount'],
									properties: { amount: { type: 'integer' }, note: { type: 'string' } },
								},
							},
						},
					},
					responses: { 200: { description: 'ok' } },
				},
			},
		},
	};
	writeFileSync(file, JSON.stringify(document));
	const { api, problems } = loadApi(file, languages);
	if (!api) throw new Error(JSON.stringify(problems));
	return createOperationSearch(api.tasks.map(({ operation }) => operation));
}

const find = searchOf('shop', [{ url: 'https://{region}.shop.example/v1', variables: { region: { default: 'eu' } } }]);

function put(target: string, body: string, contentType = 'application/json'): CapturedRequest {
	const url = new URL(target);
	const headers: [string, string][] = [
		['Host', url.host],
		['Content-Type', contentType],
	];
	const query = url.search.slice(1);
	return {
		method: 'PUT',
		scheme: 'https',
		host: url.host,
		path: url.pathname,
		query,
		headers,
		body: Buffer.from(body),
	};
}

async function faultsOf(request: CapturedRequest, search = find): Promise<string[]> {
	const found = search(request);
	return ('operation' in found ? await holdRequest(request, found) : [found]).map(({ code }) => code);
}

describe('A request of somebody else', () => {
	it('is right where it is as documented, at any value of a server variable', async () => {
		for (const region of ['eu', 'us'])
			expect(await faultsOf(put(`https://${region}.shop.example/v1/orders/1?currency=EUR`, '{"amount":1}'))).toEqual(
				[],
			);
	});

	it.each([
		['a parameter lacks', '/v1/orders/1', '{"amount":1}', ['missing-parameter']],
		['a parameter is not declared', '/v1/orders/1?currency=EUR&colour=red', '{"amount":1}', ['undeclared-parameter']],
		['a path parameter is of the wrong type', '/v1/orders/one?currency=EUR', '{"amount":1}', ['wrong-parameter']],
		[
			'a property lacks and another is not declared',
			'/v1/orders/1?currency=EUR',
			'{"amuont":1}',
			['undeclared-property', 'missing-property'],
		],
		['a property is of the wrong type', '/v1/orders/1?currency=EUR', '{"amount":"much"}', ['wrong-property']],
		['the body is no JSON', '/v1/orders/1?currency=EUR', '{amount:1}', ['invalid-body']],
		['no operation has the path', '/v1/order/1', '{"amount":1}', ['unknown-operation']],
	])('is at fault where %s', async (_what, path, body, codes) => {
		expect(await faultsOf(put(`https://eu.shop.example${path}`, body))).toEqual(codes);
	});

	it('may have a placeholder in its path', async () => {
		expect(await faultsOf(put('https://eu.shop.example/v1/orders/YOUR_ORDER_ID?currency=EUR', '{"amount":1}'))).toEqual(
			[],
		);
	});

	it('is at fault where its media type is another', async () => {
		const request = put(
			'https://eu.shop.example/v1/orders/1?currency=EUR',
			'amount=1',
			'application/x-www-form-urlencoded',
		);
		expect(await faultsOf(request)).toEqual(['media-type']);
	});

	it('may go to any host where the document names none, and to no other where it does', async () => {
		const request = put('https://anything.test/orders/1?currency=EUR', '{"amount":1}');
		expect(await faultsOf(request, searchOf('nowhere', undefined))).toEqual([]);
		expect(await faultsOf(request)).toEqual(['unknown-server']);
	});

	it('is told which path and method are meant', () => {
		const path = find(put('https://eu.shop.example/v1/order/1', ''));
		const method = find({ ...put('https://eu.shop.example/v1/orders/1', ''), method: 'PATCH' });
		expect([path, method]).toMatchObject([
			{ hint: 'Did you mean "/v1/orders/{id}"?' },
			{ hint: 'The document has PUT for this path.' },
		]);
	});
});
