import type { APIRoute, GetStaticPaths } from 'astro';
import { operationMarkdown } from '../../markdown/operation-markdown.ts';
import { apis } from '../../model/apis.ts';
import { readEndpoint } from '../../model/endpoint.ts';
import { formerPaths } from '../../model/former-paths.ts';
import { link } from '../../model/links.ts';

/** One Markdown page a task, beside its HTML: `/plivo/remove-shortcode.md`; under each former name it says where it has moved. */
export const getStaticPaths = (() =>
	apis.flatMap((api) =>
		api.tasks.flatMap((task) => {
			const markdown = operationMarkdown(readEndpoint(api, task));
			const page = link(`/${api.name}/${api.paths.get(task.id)}.md`);
			return [
				{ params: { api: api.name, operation: api.paths.get(task.id) }, props: { markdown } },
				...formerPaths(task).map((operation) => ({
					params: { api: api.name, operation },
					props: { markdown: `> This page has moved to <${page}>.\n\n${markdown}` },
				})),
			];
		}),
	)) satisfies GetStaticPaths;

/** Answers with the page's text. */
export const GET: APIRoute = ({ props }) =>
	new Response(props.markdown as string, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
