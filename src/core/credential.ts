import { recase } from './casing.ts';
import { asList, asObject, asText, type Document, type Json } from './document.ts';

/** A secret that the reader supplies: printed as `<name>`, or read from the environment variable `env`. */
export interface Credential {
	/** Lower snake case, e.g. `auth_id`. */
	name: string;
	env: string;
	description?: string;
}

/** One way in which a request proves who sends it. */
export type Auth =
	| { kind: 'basic'; username: Credential; password: Credential }
	| { kind: 'bearer'; token: Credential }
	| { kind: 'apiKey'; in: 'header' | 'query' | 'cookie'; name: string; key: Credential };

/**
 * The authentication of an operation: the first security requirement that asks for something, as all its schemes together.
 * Names and environment variables come from the scheme's `x-credentials`, or from the kind of scheme.
 */
export function readAuth(document: Document, operation: Json): Auth[] {
	const requirements = asList(operation.security ?? document.root.security).map(asObject);
	const chosen = requirements.find((requirement) => Object.keys(requirement).length > 0);
	if (!chosen) return [];
	const schemes = asObject(asObject(document.root.components).securitySchemes);
	return Object.keys(chosen).flatMap((name) => {
		const scheme = Object.hasOwn(schemes, name) ? document.resolve(schemes[name]) : {};
		return readScheme(name, scheme);
	});
}

/** The secrets that some ways of authentication need, each once. */
export function credentialsOf(auth: readonly Auth[]): Credential[] {
	const all = auth.flatMap((way) =>
		way.kind === 'basic' ? [way.username, way.password] : way.kind === 'bearer' ? [way.token] : [way.key],
	);
	return all.filter((credential, index) => all.findIndex((other) => other.name === credential.name) === index);
}

function readScheme(name: string, scheme: Json): Auth[] {
	const credential = (role: string, fallback: string): Credential => {
		const own = asObject(asObject(scheme['x-credentials'])[role]);
		const called = asText(own.name) ?? recase(fallback, 'snake');
		return {
			name: called,
			env: asText(own.env) ?? recase(called, 'snake').toUpperCase(),
			...(asText(own.description) ? { description: asText(own.description) } : {}),
		};
	};
	if (scheme.type === 'http' && String(scheme.scheme).toLowerCase() === 'basic') {
		return [
			{ kind: 'basic', username: credential('username', 'username'), password: credential('password', 'password') },
		];
	}
	if (scheme.type === 'apiKey') {
		const place = scheme.in === 'query' || scheme.in === 'cookie' ? scheme.in : 'header';
		return [{ kind: 'apiKey', in: place, name: asText(scheme.name) ?? name, key: credential('key', 'api_key') }];
	}
	if (scheme.type === 'http' || scheme.type === 'oauth2' || scheme.type === 'openIdConnect') {
		return [{ kind: 'bearer', token: credential('token', 'token') }];
	}
	return [];
}
