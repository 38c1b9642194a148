import type { APIRoute, GetStaticPaths } from 'astro';
import { type ManifestEntry, printManifest } from '../../../tree/manifest.ts';
import { apis } from '../../model/apis.ts';

/** What samples there are, each with its hash, to download: `/plivo/manifest.json`. */
export const getStaticPaths = (() =>
	apis.map(({ name, manifest }) => ({ params: { api: name }, props: { manifest } }))) satisfies GetStaticPaths;

/** Answers with the manifest as `generate` writes it. */
export const GET: APIRoute = ({ props }) =>
	new Response(printManifest(props.manifest as ManifestEntry[]), { headers: { 'content-type': 'application/json' } });
