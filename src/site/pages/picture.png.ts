import type { APIRoute } from 'astro';
import { drawPicture } from '../pictures/draw.ts';
import { sitePicture } from '../pictures/pictures.ts';

/** The picture of the site, for links to pages that have none of their own. */
export const GET: APIRoute = async () =>
	new Response(await drawPicture(sitePicture), { headers: { 'content-type': 'image/png' } });
