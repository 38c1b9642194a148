/** Headers that a page cannot set: the browser writes them itself (Fetch, "forbidden request-header"). */
const FORBIDDEN =
	/^(accept-charset|accept-encoding|access-control-request-(headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(proxy|sec)-.*)$/i;

/** Which of a request's headers a browser would leave out without a word. */
export function forbiddenHeaders(headers: readonly (readonly [name: string, value: string])[]): string[] {
	return headers.map(([name]) => name).filter((name) => FORBIDDEN.test(name));
}
