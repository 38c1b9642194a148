import type { Route } from './route.ts';

/**
 * What a running server offers beyond files, by name (lower case), each with what pages have to know of it:
 * `{ mock: true, proxy: { apis: ['plivo'] } }`.
 */
export type Services = Readonly<Record<string, unknown>>;

/**
 * `/_specimen/services.json` and `/_specimen/services.css`: from them pages that were built for any host learn what the
 * one they are on can do; a build has empty ones in their place. The style sheet, which needs no script, shows
 * `[data-service~=NAME]` and hides `[data-without~=NAME]`.
 */
export function serviceRoutes(services: Services): Route[] {
	const css = Object.keys(services)
		.map((name) => `[data-service~=${name}]{display:revert}[data-without~=${name}]{display:none}`)
		.join('');
	return [
		textRoute('/_specimen/services.json', 'application/json', JSON.stringify(services)),
		textRoute('/_specimen/services.css', 'text/css; charset=utf-8', css),
	];
}

function textRoute(prefix: string, type: string, text: string): Route {
	return {
		prefix,
		answer: () => new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-cache' } }),
	};
}
