import type { APIRoute, GetStaticPaths } from 'astro';
import { apis, type SiteApi } from '../../model/apis.ts';
import { atomFeed } from '../../model/atom-feed.ts';

/** The changes of each API that tells them, to subscribe to: `/plivo/changes.xml`. */
export const getStaticPaths = (() =>
	apis
		.filter(({ changes }) => changes.length > 0)
		.map((api) => ({ params: { api: api.name }, props: { api } }))) satisfies GetStaticPaths;

/** Answers with the feed. */
export const GET: APIRoute = ({ props, site }) =>
	new Response(atomFeed(props.api as SiteApi, site), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
	});
