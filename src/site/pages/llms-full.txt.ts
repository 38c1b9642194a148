import type { APIRoute } from 'astro';
import { operationMarkdown } from '../markdown/operation-markdown.ts';
import { apis } from '../model/apis.ts';
import { readEndpoint } from '../model/endpoint.ts';

/** Every page of every API in one text. */
export const GET: APIRoute = () => {
	const pages = apis.flatMap((api) => api.tasks.map((task) => operationMarkdown(readEndpoint(api, task))));
	return new Response(pages.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
