import type { APIRoute, GetStaticPaths } from 'astro';
import type { Task } from '../../../core/task.ts';
import { operationMarkdown } from '../../markdown/operation-markdown.ts';
import { apis, type SiteApi } from '../../model/apis.ts';
import { readEndpoint } from '../../model/endpoint.ts';
import { formerPaths } from '../../model/former-paths.ts';
import { link } from '../../model/links.ts';

type Props = { api: SiteApi; task: Task; note: string };

/** One Markdown page a task, beside its HTML: `/plivo/remove-shortcode.md`; under each former name it says where it has moved. */
export const getStaticPaths = (() =>
	apis.flatMap((api) =>
		api.tasks.flatMap((task) => {
			const page = link(`/${api.name}/${api.paths.get(task.id)}.md`);
			return [
				{ params: { api: api.name, operation: api.paths.get(task.id) }, props: { api, task, note: '' } },
				...formerPaths(task).map((operation) => ({
					params: { api: api.name, operation },
					props: { api, task, note: `> This page has moved to <${page}>.\n\n` },
				})),
			];
		}),
	)) satisfies GetStaticPaths;

/** Answers with the page's text. */
export const GET: APIRoute<Props> = ({ props: { api, task, note } }) =>
	new Response(note + operationMarkdown(readEndpoint(api, task)), {
		headers: { 'content-type': 'text/markdown; charset=utf-8' },
	});
