import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPicture } from '../../pictures/draw.ts';
import type { Picture } from '../../pictures/picture.ts';
import { guidePicture } from '../../pictures/pictures.ts';

/** The picture of each guide, for links to it: `/guides/errors.png`. */
export const getStaticPaths = (async () =>
	(await getCollection('docs', ({ id }) => id.startsWith('guides/'))).flatMap(({ id, data }) => {
		const picture = guidePicture(data.title);
		return picture ? [{ params: { guide: id.slice('guides/'.length) }, props: { picture } }] : [];
	})) satisfies GetStaticPaths;

/** Answers with the picture. */
export const GET: APIRoute = async ({ props }) =>
	new Response(await drawPicture(props.picture as Picture), { headers: { 'content-type': 'image/png' } });
