import settings from 'virtual:specimen/settings';
import type { APIRoute } from 'astro';
import { apiMarkdown } from '../markdown/api-markdown.ts';
import { apis } from '../model/apis.ts';
import { link } from '../model/links.ts';

/** What language models read first: every API with the addresses of its pages (llmstxt.org). */
export const GET: APIRoute = () => {
	const head = `# ${settings.title}\n\n> API reference whose code samples are generated from one specification.\n\n`;
	const body = apis.map((api) => apiMarkdown(api, link('')).replace(/^#/gm, '##')).join('\n');
	return new Response(head + body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
