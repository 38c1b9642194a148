/** Every method that a page may try on the mock; one that the path lacks is answered with 405, which the page can read. */
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, QUERY';

/** Whether a request is a browser's question about whether a page of another origin may send one. */
export function isPreflight(request: Request): boolean {
	return (
		request.method === 'OPTIONS' &&
		request.headers.has('origin') &&
		request.headers.has('access-control-request-method')
	);
}

/** The headers that open the mock to pages of every origin; `*` would leave out `Authorization`, so what is asked for is named. */
export function corsHeaders(request: Request): Record<string, string> {
	if (!isPreflight(request)) return { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
	return {
		'access-control-allow-origin': '*',
		'access-control-allow-methods': METHODS,
		'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
		'access-control-max-age': '600',
		vary: 'Access-Control-Request-Headers',
	};
}
