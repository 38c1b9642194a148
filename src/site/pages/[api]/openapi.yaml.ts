import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { apis } from '../../model/apis.ts';

/** The description itself, to download: `/plivo/openapi.yaml`. */
export const getStaticPaths = (() =>
	apis
		.filter(({ file }) => !file.endsWith('.json'))
		.map(({ name, file }) => ({ params: { api: name }, props: { file } }))) satisfies GetStaticPaths;

/** Answers with the file as it is. */
export const GET: APIRoute = ({ props }) =>
	new Response(readFileSync(props.file as string), { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
