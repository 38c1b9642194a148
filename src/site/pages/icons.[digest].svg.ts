import type { APIRoute, GetStaticPaths } from 'astro';
import { iconDigest, iconSheet } from '../model/icons.ts';

/** The sheet of icons: `/icons.1a2b3c4d.svg`. */
export const getStaticPaths = (() => [{ params: { digest: iconDigest } }]) satisfies GetStaticPaths;

/** Answers with the sheet. */
export const GET: APIRoute = () => new Response(iconSheet, { headers: { 'content-type': 'image/svg+xml' } });
