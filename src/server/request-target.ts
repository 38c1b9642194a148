/**
 * The URL of a request's target, on a host that does not matter: paths are decided by the URL standard, in which
 * `/a/../b` and `/a/%2e%2e/b` are `/b`, so that no two parts of the server can read one target differently.
 * Undefined where the target is none that can be answered: malformed percent-encoding, a NUL, or no path at all.
 */
export function parseTarget(target: string | undefined): URL | undefined {
	// A proxy's absolute form (`GET http://host/path`) is to be accepted of anyone; the host in it is not ours to trust.
	const path = target?.replace(/^https?:\/\/[^/?#]*/i, '');
	if (!path?.startsWith('/')) return undefined;
	const url = URL.parse(`http://localhost${path}`);
	if (!url) return undefined;
	try {
		return decodeURIComponent(url.pathname).includes('\0') ? undefined : url;
	} catch {
		// Malformed percent-encoding: there is no such URL.
		return undefined;
	}
}
