import type { APIRoute, GetStaticPaths } from 'astro';
import { apiMarkdown } from '../markdown/api-markdown.ts';
import { apis } from '../model/apis.ts';
import { link } from '../model/links.ts';

/** The overview of an API as Markdown: `/plivo.md`. */
export const getStaticPaths = (() =>
	apis.map((api) => ({ params: { api: api.name }, props: { api } }))) satisfies GetStaticPaths;

/** Answers with the overview's text. */
export const GET: APIRoute = ({ props }) =>
	new Response(apiMarkdown(props.api, link('')), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
