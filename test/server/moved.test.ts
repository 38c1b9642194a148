import { expect, it } from 'vitest';
import { movedRoutes } from '../../src/server/moved-routes.ts';
import { listening } from './listening.ts';
import { folderOf, SITE } from './site-fixture.ts';

const siteDirectory = folderOf({
	...SITE,
	'_specimen/moved.json': JSON.stringify({
		'/plivo/drop-shortcode/': '/plivo/remove-shortcode/',
		'/plivo/löschen/': '/plivo/消す/',
	}),
});
const { address } = listening(() => ({ siteDirectory, routes: movedRoutes(siteDirectory) }));

const ask = async (path: string) => {
	const answer = await fetch(address() + path, { redirect: 'manual', signal: AbortSignal.timeout(4_000) });
	return [answer.status, answer.headers.get('location')];
};

it('leads from a former address to the one of now, with the query', async () => {
	expect(await ask('/plivo/drop-shortcode/?lang=go&style=v1')).toEqual([
		301,
		'/plivo/remove-shortcode/?lang=go&style=v1',
	]);
	expect(await ask('/plivo/l%C3%B6schen/')).toEqual([301, '/plivo/%E6%B6%88%E3%81%99/']);
	expect(await ask('/plivo/drop-shortcode')).toEqual([301, '/plivo/remove-shortcode/']);
});

it('leaves every other address alone', async () => {
	expect((await ask('/plivo/drop-shortcodes/'))[0]).toBe(404);
	expect((await ask('/plivo/remove-shortcode/'))[0]).toBe(200);
	expect(movedRoutes(folderOf(SITE))).toEqual([]);
});
