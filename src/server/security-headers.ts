/** Headers by name, as they are set on every answer of a kind. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** Origins that a project lets its pages load from, by directive: `{ 'img-src': ['https://cdn.example.com'] }`. */
export type Origins = Readonly<Record<string, readonly string[]>>;

const EVERY_ANSWER = {
	'x-content-type-options': 'nosniff',
	'permissions-policy':
		'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
};

/**
 * The headers of the site's answers. `scriptHashes` names the inline scripts that may run, each as `sha256-…`.
 * The referrer stays on the site; with `no-referrer` browsers would send `Origin: null` with its forms.
 */
export function siteHeaders(scriptHashes: readonly string[], origins: Origins = {}): AnswerHeaders {
	return {
		...EVERY_ANSWER,
		'content-security-policy': contentSecurityPolicy(scriptHashes, origins),
		'cross-origin-opener-policy': 'same-origin',
		'referrer-policy': 'same-origin',
	};
}

/**
 * The headers of answers that somebody else's document or server decides: nothing in them may run or load anything.
 * A browser refuses to show a sandboxed page that also asks for an opener policy.
 */
export const SANDBOXED_HEADERS: AnswerHeaders = {
	...EVERY_ANSWER,
	'cross-origin-opener-policy': 'unsafe-none',
	'content-security-policy': "sandbox; default-src 'none'",
	'referrer-policy': 'no-referrer',
};

/** The site's Content-Security-Policy: no inline style, no inline script but those named by hash, no origin but those named. */
export function contentSecurityPolicy(scriptHashes: readonly string[], origins: Origins = {}): string {
	const directives = new Map([
		['default-src', ["'none'"]],
		['script-src', ["'self'", "'wasm-unsafe-eval'", ...scriptHashes.map((hash) => `'${hash}'`)]],
		['style-src', ["'self'"]],
		['img-src', ["'self'", 'data:']],
		['connect-src', ["'self'"]],
		['font-src', ["'self'"]],
		['base-uri', ["'none'"]],
		['form-action', ["'self'"]],
		['frame-ancestors', ["'none'"]],
	]);
	for (const [directive, named] of Object.entries(origins)) {
		const before = (directives.get(directive) ?? []).filter((source) => source !== "'none'");
		directives.set(directive, [...before, ...named]);
	}
	return [...directives].map(([directive, sources]) => [directive, ...sources].join(' ')).join('; ');
}
