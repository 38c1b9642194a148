import type { APIRoute, GetStaticPaths } from 'astro';
import { apis } from '../../model/apis.ts';
import { drawPicture } from '../../pictures/draw.ts';
import type { Picture } from '../../pictures/picture.ts';
import { taskPicture } from '../../pictures/pictures.ts';

/** The picture of each task's page, for links to it: `/plivo/remove-shortcode.png`. */
export const getStaticPaths = (() =>
	apis.flatMap((api) =>
		api.tasks.flatMap((task) => {
			const picture = taskPicture(api, task);
			return picture ? [{ params: { api: api.name, operation: api.paths.get(task.id) }, props: { picture } }] : [];
		}),
	)) satisfies GetStaticPaths;

/** Answers with the picture. */
export const GET: APIRoute = async ({ props }) =>
	new Response(await drawPicture(props.picture as Picture), { headers: { 'content-type': 'image/png' } });
