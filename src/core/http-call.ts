import type { Argument, Call } from './call.ts';
import type { Auth, Credential } from './credential.ts';
import { isJsonMediaType, successResponse } from './operation.ts';
import { append, type Parts } from './parts.ts';
import { ProblemError } from './problem.ts';
import { encodeComponent, formPairs, serializeHeader, serializePath, serializeQuery } from './serialize-parameter.ts';
import { scalarText, toJsonText, type Value } from './value.ts';

/** What an HTTP request carries. */
export type HttpBody =
	| { kind: 'json'; mediaType: string; value: Value }
	| { kind: 'form'; mediaType: string; pairs: [string, Parts][] }
	| { kind: 'text'; mediaType: string; text: Parts };

/** What a successful answer is read as. */
export type Answer = 'json' | 'text' | 'nothing';

/** A call as an HTTP request whose texts may still hold placeholders and credentials: what every HTTP sample says. */
export interface HttpCall {
	method: string;
	/** Percent-encoded address without its query. */
	url: Parts;
	/** Decoded pairs, in order. */
	query: [string, Parts][];
	/** Headers that the sample sets itself; without those of authentication by Basic. `Content-Type` stands here. */
	headers: [string, Parts][];
	basic?: { username: Credential; password: Credential };
	body?: HttpBody;
	credentials: Credential[];
	answer: Answer;
}

/** Serialises a call by the rules of OpenAPI's parameter styles and media types. */
export function toHttpCall(call: Call): HttpCall {
	const { operation } = call;
	const secrets = new Set(call.credentials.map((credential) => credential.name));
	const inPlace = (place: string) => call.arguments.filter(({ parameter }) => parameter.in === place);
	const body = call.body ? readBody(call) : undefined;
	const headers = inPlace('header').map((argument): [string, Parts] => [
		argument.parameter.name,
		serializeHeader(argument, secrets),
	]);
	const query = inPlace('query').flatMap((argument) => serializeQuery(argument, secrets));
	const cookies = inPlace('cookie').flatMap((argument) => serializeQuery(argument, secrets));
	for (const way of operation.auth) addAuth(way, headers, query, cookies);
	if (cookies.length > 0) headers.push(['Cookie', joinCookies(cookies)]);
	if (body) headers.push(['Content-Type', [body.mediaType]]);
	const basic = operation.auth.find((way) => way.kind === 'basic');
	return {
		method: operation.method,
		url: fillTemplate(operation.server + operation.path, inPlace('path'), secrets, operation.server.length),
		query,
		headers,
		...(basic?.kind === 'basic' ? { basic: { username: basic.username, password: basic.password } } : {}),
		...(body ? { body } : {}),
		credentials: call.credentials,
		answer: answerOf(call),
	};
}

function readBody(call: Call): HttpBody | undefined {
	const { mediaType, value } = call.body ?? {};
	if (!mediaType || !value) return undefined;
	const name = mediaType.name.includes('*') ? 'application/json' : mediaType.name;
	if (isJsonMediaType(name)) return { kind: 'json', mediaType: name, value };
	if (/^application\/x-www-form-urlencoded/i.test(name))
		return { kind: 'form', mediaType: name, pairs: formPairs(value) };
	if (/^multipart\//i.test(name)) {
		throw new ProblemError({
			severity: 'error',
			code: 'unsupported-media-type',
			message: `${call.operation.id}: a body of type ${name} cannot be written yet.`,
			hint: 'Offer a JSON or form body as well, or write an authored sample.',
		});
	}
	const text: Parts =
		value.kind === 'placeholder'
			? [{ placeholder: value.name, ...(value.value === undefined ? {} : { value: value.value }) }]
			: [value.kind === 'list' || value.kind === 'map' ? toJsonText(value, 2) : scalarText(value)];
	return { kind: 'text', mediaType: name, text };
}

function addAuth(way: Auth, headers: [string, Parts][], query: [string, Parts][], cookies: [string, Parts][]): void {
	if (way.kind === 'bearer') headers.push(['Authorization', ['Bearer ', { credential: way.token.name }]]);
	if (way.kind !== 'apiKey') return;
	const target = way.in === 'header' ? headers : way.in === 'query' ? query : cookies;
	target.push([way.name, [{ credential: way.key.name }]]);
}

function joinCookies(cookies: [string, Parts][]): Parts {
	const joined: Parts = [];
	cookies.forEach(([name, value], index) => {
		append(joined, `${index ? '; ' : ''}${name}=`);
		append(joined, ...value.map((part) => (typeof part === 'string' ? encodeComponent(part) : part)));
	});
	return joined;
}

/** The address with its parameters in place. Braces of the server part are not parameters. */
function fillTemplate(template: string, path: Argument[], secrets: ReadonlySet<string>, from: number): Parts {
	const parts: Parts = [encodeUrlText(template.slice(0, from))];
	let at = from;
	for (const match of template.slice(from).matchAll(/\{([^}]+)\}/g)) {
		append(parts, encodeUrlText(template.slice(at, from + match.index)));
		const argument = path.find(({ parameter }) => parameter.name === match[1]);
		append(parts, ...(argument ? serializePath(argument, secrets) : [encodeComponent(match[0])]));
		at = from + match.index + match[0].length;
	}
	return append(parts, encodeUrlText(template.slice(at)));
}

/** Encodes what no URL may hold as it is, and leaves what is encoded or reserved alone. */
function encodeUrlText(text: string): string {
	return text.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]+/g, encodeComponent);
}

function answerOf(call: Call): Answer {
	if (call.operation.method === 'HEAD') return 'nothing';
	const response = successResponse(call.operation);
	if (!response || response.mediaTypes.length === 0)
		return /^(204|205|304)$/.test(response?.status ?? '') ? 'nothing' : 'text';
	return response.mediaTypes.some((media) => isJsonMediaType(media.name)) ? 'json' : 'text';
}
