import type { APIRoute } from 'astro';
import { sliceApi, sliceText } from '../../../../core/api-slice.ts';
import type { Task } from '../../../../core/task.ts';
import { apis, type SiteApi } from '../../../model/apis.ts';

export function getStaticPaths() {
	return apis.flatMap((api) =>
		api.tasks.map((task) => ({ params: { api: api.name, operation: api.paths.get(task.id) }, props: { api, task } })),
	);
}

/** What a page's form and samples are made from, loaded when the reader first uses them. */
export const GET: APIRoute<{ api: SiteApi; task: Task }> = ({ props }) =>
	new Response(sliceText(sliceApi(props.api.api, props.task)), { headers: { 'content-type': 'application/json' } });
