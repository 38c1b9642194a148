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
 * A request has one place for each: of schemes that ask for the same, such as Basic and a bearer token, the first is taken,
 * and a requirement without such schemes before one with them.
 * Names and environment variables come from the scheme's `x-credentials`, or from the kind of scheme.
 */
export function readAuth(document: Document, operation: Json): Auth[] {
	const requirements = asList(operation.security ?? document.root.security).map(asObject);
	const schemes = asObject(asObject(document.root.components).securitySchemes);
	const ways = requirements
		.filter((requirement) => Object.keys(requirement).length > 0)
		.map((requirement) => {
			const taken = new Set<string>();
			return Object.keys(requirement).flatMap((name): Auth[] => {
				const scheme = Object.hasOwn(schemes, name) ? document.resolve(schemes[name]) : {};
				const first = readScheme(name, scheme);
				// Two keys are two secrets: the second is called as its scheme.
				const again = credentialsOf(first).some((credential) => taken.has(credential.name));
				const way = again ? readScheme(name, scheme, recase(name, 'snake')) : first;
				for (const credential of credentialsOf(way)) taken.add(credential.name);
				return way;
			});
		});
	const chosen = ways.find((way) => onePerPlace(way).length === way.length) ?? ways[0] ?? [];
	return onePerPlace(chosen);
}

function onePerPlace(auth: readonly Auth[]): Auth[] {
	const places = auth.map(placeOf);
	return auth.filter((way, index) => places.indexOf(placeOf(way)) === index);
}

/** Where in a request it stands; names of headers have no case. */
function placeOf(way: Auth): string {
	if (way.kind !== 'apiKey') return 'header:authorization';
	return `${way.in}:${way.in === 'header' ? way.name.toLowerCase() : way.name}`;
}

/** The secrets that some ways of authentication need, each once. */
export function credentialsOf(auth: readonly Auth[]): Credential[] {
	const all = auth.flatMap((way) =>
		way.kind === 'basic' ? [way.username, way.password] : way.kind === 'bearer' ? [way.token] : [way.key],
	);
	return all.filter((credential, index) => all.findIndex((other) => other.name === credential.name) === index);
}

/** `apart` tells the credentials from those of another scheme: it goes before their names. */
function readScheme(name: string, scheme: Json, apart = ''): Auth[] {
	const credential = (role: string, fallback: string): Credential => {
		const own = asObject(asObject(scheme['x-credentials'])[role]);
		const called = asText(own.name) ?? recase(`${apart} ${fallback}`, 'snake');
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
