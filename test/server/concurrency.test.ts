import { expect, it } from 'vitest';
import { mockRoute } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { listening } from './listening.ts';
import { folderOf, PAGE, SITE } from './site-fixture.ts';

const { address } = listening(() => ({
	siteDirectory: folderOf(SITE),
	routes: [mockRoute(readSpecs('test/mock/fixtures/spec'))],
}));

const CASES: [path: string, init: RequestInit, status: number, text: string][] = [
	['/plivo/remove-shortcode/', {}, 200, PAGE],
	['/nothing', {}, 404, SITE['404.html']],
	['/healthz', {}, 200, '{"status":"ok"}'],
	['/mock/v2/books/latest', { headers: { authorization: 'Bearer a' } }, 200, '{\n  "title": "The latest"\n}\n'],
	['/mock/v2/boxes/7', {}, 200, '{\n  "box": 7\n}\n'],
	[
		'/mock/v2/books/latest',
		{},
		401,
		'{\n  "status": 401,\n  "error": {\n    "code": "unauthorized",\n    "message": "Who are you?"\n  }\n}\n',
	],
	['/mock/v2/books/1-2', { method: 'DELETE', headers: { authorization: 'Bearer a' } }, 204, ''],
	['/mock/v2/open', {}, 200, '<script>alert(1)</script>'],
];

it('answers 200 requests at once, each rightly', async () => {
	const asked = Array.from({ length: 200 }, async (_, index) => {
		const [path, init, status, text] = CASES[index % CASES.length] as (typeof CASES)[number];
		const answer = await fetch(address() + path, { ...init, signal: AbortSignal.timeout(4_500) });
		return { path, right: answer.status === status && (await answer.text()) === text };
	});
	expect((await Promise.all(asked)).filter(({ right }) => !right)).toEqual([]);
});
