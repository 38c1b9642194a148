import type { APIRoute, GetStaticPaths } from 'astro';
import { operationMarkdown } from '../../markdown/operation-markdown.ts';
import { apis } from '../../model/apis.ts';
import { readEndpoint } from '../../model/endpoint.ts';

/** One Markdown page a task, beside its HTML: `/plivo/remove-shortcode.md`. */
export const getStaticPaths = (() =>
	apis.flatMap((api) =>
		api.tasks.map((task) => ({
			params: { api: api.name, operation: api.paths.get(task.id) },
			props: { markdown: operationMarkdown(readEndpoint(api, task)) },
		})),
	)) satisfies GetStaticPaths;

/** Answers with the page's text. */
export const GET: APIRoute = ({ props }) =>
	new Response(props.markdown as string, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
