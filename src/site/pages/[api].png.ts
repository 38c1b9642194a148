import type { APIRoute, GetStaticPaths } from 'astro';
import { apis } from '../model/apis.ts';
import { drawPicture } from '../pictures/draw.ts';
import type { Picture } from '../pictures/picture.ts';
import { apiPicture } from '../pictures/pictures.ts';

/** The picture of each API, for links to its pages: `/plivo.png`. */
export const getStaticPaths = (() =>
	apis.flatMap((api) => {
		const picture = apiPicture(api);
		return picture ? [{ params: { api: api.name }, props: { picture } }] : [];
	})) satisfies GetStaticPaths;

/** Answers with the picture. */
export const GET: APIRoute = async ({ props }) =>
	new Response(await drawPicture(props.picture as Picture), { headers: { 'content-type': 'image/png' } });
