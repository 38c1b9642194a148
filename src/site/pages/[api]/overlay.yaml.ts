import type { APIRoute, GetStaticPaths } from 'astro';
import { apis, type SiteApi } from '../../model/apis.ts';
import { hasOverlay, overlayOf } from '../../model/overlay.ts';

/** The samples as an OpenAPI Overlay, to download: `/plivo/overlay.yaml`. */
export const getStaticPaths = (() =>
	apis.filter(hasOverlay).map((api) => ({ params: { api: api.name }, props: { api } }))) satisfies GetStaticPaths;

/** Answers with the overlay as `specimen overlay` writes it. */
export const GET: APIRoute = ({ props }) =>
	new Response(overlayOf(props.api as SiteApi), { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
