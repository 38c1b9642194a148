import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { guideMarkdown } from '../../markdown/guide-markdown.ts';
import { link } from '../../model/links.ts';

/** One Markdown page a guide, beside its HTML: `/guides/errors.md`. */
export const getStaticPaths = (async () =>
	(await getCollection('docs', ({ id }) => id.startsWith('guides/'))).map(({ id, body, data }) => ({
		params: { guide: id.slice('guides/'.length) },
		props: { markdown: guideMarkdown(data.title, body ?? '', link('')) },
	}))) satisfies GetStaticPaths;

/** Answers with the guide's text. */
export const GET: APIRoute = ({ props }) =>
	new Response(props.markdown as string, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
