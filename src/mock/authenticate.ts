import { asList, asObject, type Document, type Json } from '../core/document.ts';
import type { Operation } from '../core/operation.ts';

/** The secret that the mock refuses, so that a reader can see what a wrong one does. */
export const REFUSED_SECRET = 'invalid';

/** Whether a request may pass, and if not, how it could prove who sends it (values of `WWW-Authenticate`). */
export type Authentication = { passed: true } | { passed: false; challenges: string[] };

/**
 * Checks a request's credentials against the operation's security requirements: any of them, and every scheme in it.
 * Credentials only have to be well formed, for the mock knows no accounts; the secret `invalid` never passes.
 */
export function authenticate(document: Document, operation: Operation, request: Request): Authentication {
	const requirements = asList(operation.source.security ?? document.root.security).map(asObject);
	if (requirements.length === 0) return { passed: true };
	const all = asObject(asObject(document.root.components).securitySchemes);
	const schemesOf = (requirement: Json) =>
		Object.keys(requirement).flatMap((name) => (Object.hasOwn(all, name) ? [document.resolve(all[name])] : []));
	if (requirements.some((requirement) => schemesOf(requirement).every((scheme) => satisfies(scheme, request)))) {
		return { passed: true };
	}
	const realm = JSON.stringify(String(asObject(document.root.info).title ?? 'API').replace(/[^ -~]|["\\]/g, ''));
	const kinds = new Set(
		requirements
			.flatMap(schemesOf)
			.map(authorizationScheme)
			.filter((kind) => kind !== undefined),
	);
	return {
		passed: false,
		challenges: [...kinds].map((kind) => `${kind} realm=${realm}${kind === 'Basic' ? ', charset="UTF-8"' : ''}`),
	};
}

/** The scheme of the `Authorization` header that a security scheme uses; undefined for keys and certificates. */
function authorizationScheme(scheme: Json): string | undefined {
	if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return 'Bearer';
	if (scheme.type !== 'http') return undefined;
	const name = String(scheme.scheme).toLowerCase();
	return name === 'basic' ? 'Basic' : name === 'bearer' ? 'Bearer' : undefined;
}

function satisfies(scheme: Json, request: Request): boolean {
	const kind = authorizationScheme(scheme);
	if (kind) {
		const [, name = '', secret = ''] = /^(\S+) +(\S+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
		if (name.toLowerCase() !== kind.toLowerCase()) return false;
		return kind === 'Basic' ? isBasicPair(secret) : secret !== REFUSED_SECRET;
	}
	if (scheme.type !== 'apiKey') return true;
	const key = apiKeyOf(scheme, request);
	return key !== '' && key !== REFUSED_SECRET;
}

/** Whether base64 text holds a user name and a secret, neither empty. */
function isBasicPair(encoded: string): boolean {
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return false;
	const [, user = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
	return user !== '' && secret !== '' && secret !== REFUSED_SECRET;
}

/** The key that a request carries for a security scheme of the type `apiKey`, or an empty text. */
export function apiKeyOf(scheme: Json, request: Request): string {
	const name = String(scheme.name);
	if (scheme.in === 'query') return new URL(request.url).searchParams.get(name) ?? '';
	if (scheme.in !== 'cookie') return request.headers.get(name) ?? '';
	const pairs = (request.headers.get('cookie') ?? '').split(/; */);
	return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
