/**
 * Whether a page of another site sent a request, as browsers say (`Sec-Fetch-Site`, else `Origin`, which names the page's
 * host). What is no browser says neither, and acts for nobody but its user.
 */
export function isCrossSite(request: Request): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';
	const origin = request.headers.get('origin');
	return origin !== null && URL.parse(origin)?.host !== request.headers.get('host');
}
