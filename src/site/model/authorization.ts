import type { Auth } from '../../core/credential.ts';
import { asList, asObject } from '../../core/document.ts';
import type { Operation } from '../../core/operation.ts';

/** How a request of an operation proves who sends it, and which permissions that needs, as Markdown; undefined where nothing is asked for. */
export function authorizationText({ auth, source, document }: Operation): string | undefined {
	if (auth.length === 0) return undefined;
	const requirements = asList(source.security ?? document.root.security).map(asObject);
	const chosen = requirements.find((requirement) => Object.keys(requirement).length > 0) ?? {};
	const scopes = [...new Set(Object.values(chosen).flatMap(asList).map(String))];
	const needs = scopes.length > 0 ? ` It needs ${list(scopes.map(code))}.` : '';
	return `${list(auth.map(wayText))}.${needs}`;
}

function wayText(way: Auth): string {
	if (way.kind === 'basic')
		return `HTTP Basic with ${code(way.username.name)} as the user name and ${code(way.password.name)} as the password`;
	if (way.kind === 'bearer') return `the bearer token ${code(way.token.name)}`;
	return `the API key ${code(way.key.name)} as the ${way.in === 'query' ? 'query parameter' : way.in} ${code(way.name)}`;
}

function code(text: string): string {
	return `\`${text.replaceAll('`', "'")}\``;
}

function list(items: readonly string[]): string {
	return new Intl.ListFormat('en').format(items);
}
