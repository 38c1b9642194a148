import { asList, asObject, asText, type Document, type Json } from './document.ts';
import { own } from './own.ts';
import { type Problem, ProblemError } from './problem.ts';

/** The address that stands in for a relative or missing one, since a document does not know where it is served. */
export const unknownServer = 'https://api.example.com';

/**
 * The addresses of an operation's servers in the document's order, at least one: the operation's own, else its path's,
 * else the document's. Variables have their defaults; no slash stands at the end.
 */
export function readServers(document: Document, operation: Json, pathItem: Json, pointer: string): string[] {
	const lists = [operation.servers, pathItem.servers, document.root.servers].map(asList);
	const list = lists.find((candidate) => candidate.length > 0) ?? [{}];
	const addresses = [...new Set(list.map((server) => addressOf(asObject(server))))];
	const broken = addresses.find((address) => !URL.canParse(address));
	if (broken !== undefined) throw new ProblemError(invalidServer(document, broken, pointer));
	return addresses;
}

function invalidServer(document: Document, address: string, pointer: string): Problem {
	const place = document.place(document.root.servers === undefined ? pointer : '/servers');
	return {
		severity: 'error',
		code: 'invalid-server',
		message: `The server's address "${address}" is no URL.`,
		hint: 'Correct it, and give each of its variables a default.',
		...(place ? { place } : {}),
	};
}

function addressOf(server: Json): string {
	const variables = asObject(server.variables);
	const url = (asText(server.url) ?? '').replace(/\{([^}]+)\}/g, (whole, name: string) => {
		const value = asObject(own(variables, name)).default;
		return value === undefined ? whole : String(value);
	});
	const absolute = /^[a-z][a-z\d+.-]*:\/\//i.test(url)
		? url
		: `${unknownServer}${url.startsWith('/') || url === '' ? '' : '/'}${url}`;
	return absolute.replace(/\/+$/, '');
}
