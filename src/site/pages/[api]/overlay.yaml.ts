import type { APIRoute, GetStaticPaths } from 'astro';
import { apis } from '../../model/apis.ts';
import { overlayOf } from '../../model/overlay.ts';

/** The samples as an OpenAPI Overlay, to download: `/plivo/overlay.yaml`. */
export const getStaticPaths = (() =>
	apis.flatMap((api) => {
		const text = overlayOf(api);
		return text === undefined ? [] : [{ params: { api: api.name }, props: { text } }];
	})) satisfies GetStaticPaths;

/** Answers with the overlay as `specimen overlay` writes it. */
export const GET: APIRoute = ({ props }) =>
	new Response(props.text as string, { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
