import type { APIRoute } from 'astro';
import script from '../../../embed/assets/specimen-element.js?raw';

/** The script of `<specimen-sample>`, for pages of other sites: `/embed/specimen.js`. */
export const GET: APIRoute = () => new Response(script, { headers: { 'content-type': 'text/javascript' } });
