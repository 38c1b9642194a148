import { encodeComponent } from '../core/serialize-parameter.ts';

/**
 * What an answer's headers lose on the way: what only its connection had (RFC 9110, 7.6), and what would tell a browser
 * to do something for the API's host: keep a cookie, open answers to others, go elsewhere, forget what it stored.
 */
const DROPPED =
	/^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-encoding|set-cookie2?|access-control-.*|cross-origin-.*|content-security-policy.*|refresh|clear-site-data|strict-transport-security|public-key-pins.*|alt-svc|nel|report-to|reporting-endpoints|service-worker-allowed|timing-allow-origin|sourcemap|x-sourcemap)$/i;

/** Texts shorter than this are no secrets, and would be found everywhere. */
const SHORTEST_SECRET = 4;

/** An answer's headers as readers see them, as Node lists them: name, value, name, value… */
export function answerHeaders(raw: readonly string[], hide: (text: string) => string): [name: string, value: string][] {
	const pairs = raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
	const named = pairs.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => value.split(','));
	const perConnection = new Set(named.map((name) => name.trim().toLowerCase()));
	const encoded = pairs.some(([name]) => name.toLowerCase() === 'content-encoding');
	return pairs
		.filter(([name]) => !DROPPED.test(name) && !perConnection.has(name.toLowerCase()))
		.filter(([name]) => !(encoded && name.toLowerCase() === 'content-length'))
		.map(([name, value]) => [name, hide(value)]);
}

/** Puts `<name>` in place of every credential that an API repeats, as it is, percent-encoded, or as a Basic pair. */
export function hideSecrets(secrets: Readonly<Record<string, string>>): (text: string) => string {
	const known = Object.entries(secrets).filter(([, secret]) => secret.length >= SHORTEST_SECRET);
	const pairs = known.flatMap(([, user]) =>
		known.map(([name, word]): [string, string] => [name, Buffer.from(`${user}:${word}`).toString('base64')]),
	);
	const forms = [
		...pairs,
		...known,
		...known.map(([name, secret]): [string, string] => [name, encodeComponent(secret)]),
	];
	return (text) => forms.reduce((hidden, [name, secret]) => hidden.replaceAll(secret, `<${name}>`), text);
}
