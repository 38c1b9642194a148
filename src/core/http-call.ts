import { formPairs } from './body-parts.ts';
import type { Argument, Call } from './call.ts';
import type { Auth, Credential } from './credential.ts';
import type { Document } from './document.ts';
import { type HttpBody, readBody } from './http-body.ts';
import { isJsonMediaType, successResponse } from './operation.ts';
import { append, type Parts } from './parts.ts';
import { ProblemError } from './problem.ts';
import { encodeComponent, encodeParts, serializeHeader, serializePath, serializeQuery } from './serialize-parameter.ts';
import { scalarText, toJsonText } from './value.ts';

/** What a successful answer is read as; `unsaid`, where the document tells nothing of it: text, if it holds any. */
export type Answer = 'json' | 'text' | 'nothing' | 'unsaid';

/** A call as an HTTP request whose texts may still hold placeholders and credentials: what every HTTP sample says. */
export interface HttpCall {
	method: string;
	/** Percent-encoded address without its query. */
	url: Parts;
	/** Decoded pairs, in order. */
	query: [string, Parts][];
	/**
	 * Headers that the sample sets itself; without those of authentication by Basic. `Content-Type` stands here but for
	 * `multipart/form-data`, where only the client knows the whole of it.
	 */
	headers: [string, Parts][];
	basic?: { username: Credential; password: Credential };
	body?: HttpBody;
	credentials: Credential[];
	answer: Answer;
	/** All that the document promises is a redirection: it is no failure. */
	redirects: boolean;
}

/** Serialises a call by the rules of OpenAPI's parameter styles and media types. `server` is one of the operation's. */
export function toHttpCall(call: Call, server: string = call.operation.server): HttpCall {
	const { operation } = call;
	const secrets = new Set(call.credentials.map((credential) => credential.name));
	const inPlace = (place: string) => call.arguments.filter(({ parameter }) => parameter.in === place);
	const body = readBody(call);
	const headers = inPlace('header').map((argument) => headerOf(call, argument, secrets));
	const template = splitTemplate(operation.path);
	const query = templateQuery(template.query, inPlace('path'), secrets);
	query.push(...inPlace('query').flatMap((argument) => serializeQuery(argument, secrets)));
	const cookies = inPlace('cookie').flatMap((argument) => cookiePairs(argument, secrets));
	const [whole] = inPlace('querystring');
	const { pairs = [], text = '' } = whole ? readQuerystring(operation.document, whole) : {};
	query.push(...pairs);
	for (const way of operation.auth) addAuth(way, headers, query, cookies);
	if (cookies.length > 0) headers.push(['Cookie', joinCookies(cookies)]);
	if (body && body.kind !== 'multipart') headers.push(['Content-Type', [body.mediaType]]);
	const basic = operation.auth.find((way) => way.kind === 'basic');
	return {
		method: operation.method,
		url: append(fillAddress(server, template.path, inPlace('path'), secrets), text),
		query,
		headers,
		...(basic?.kind === 'basic' ? { basic: { username: basic.username, password: basic.password } } : {}),
		...(body ? { body } : {}),
		credentials: call.credentials,
		answer: answerOf(call),
		redirects: successResponse(operation)?.status.startsWith('3') === true,
	};
}

function addAuth(way: Auth, headers: [string, Parts][], query: [string, Parts][], cookies: [string, Parts][]): void {
	if (way.kind === 'bearer') headers.push(['Authorization', ['Bearer ', { credential: way.token.name }]]);
	if (way.kind !== 'apiKey') return;
	const target = way.in === 'header' ? headers : way.in === 'query' ? query : cookies;
	// Some documents describe the key as a parameter as well.
	const same = (name: string) =>
		way.in === 'header' ? name.toLowerCase() === way.name.toLowerCase() : name === way.name;
	target.splice(0, target.length, ...target.filter(([name]) => !same(name)));
	target.push([way.name, [{ credential: way.key.name }]]);
}

/** What no name of a cookie or a header can hold (RFC 9110, 5.6.2). */
const NO_TOKEN = /[^\w!#$%&'*+.^`|~-]+/g;

/** Cookies with their values as they are sent: percent-encoded unless the parameter is of OpenAPI 3.2's style `cookie`. */
function cookiePairs(argument: Argument, secrets: ReadonlySet<string>): [string, Parts][] {
	const { parameter } = argument;
	if (parameter.style === 'cookie') {
		return serializeQuery({ ...argument, parameter: { ...parameter, style: 'form' } }, secrets);
	}
	return serializeQuery(argument, secrets).map(([name, value]) => [name, encodeParts(value)]);
}

/** All of a query as one value: the pairs of a form, else a text behind the question mark. */
function readQuerystring(
	document: Document,
	{ parameter, value }: Argument,
): { pairs?: [string, Parts][]; text?: string } {
	const name = parameter.mediaType ?? '';
	if (/x-www-form-urlencoded/i.test(name))
		return { pairs: formPairs(document, { name, schema: parameter.schema, examples: [], encoding: {} }, value) };
	return { text: `?${encodeComponent(isJsonMediaType(name) ? toJsonText(value) : scalarText(value))}` };
}

function joinCookies(cookies: [string, Parts][]): Parts {
	const joined: Parts = [];
	cookies.forEach(([name, value], index) => {
		append(joined, `${index ? '; ' : ''}${name.replace(NO_TOKEN, encodeComponent)}=`, ...value);
	});
	return joined;
}

/** What no field of HTTP can hold (RFC 9110, 5.5): line breaks, NUL and other controls but the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSENDABLE = /[\0-\x08\x0a-\x1f\x7f]/;

function headerOf({ operation }: Call, argument: Argument, secrets: ReadonlySet<string>): [string, Parts] {
	const { name, pointer } = argument.parameter;
	const value = serializeHeader(argument, secrets);
	const texts = value.map((part) =>
		typeof part === 'string' ? part : 'placeholder' in part ? (part.value ?? '') : '',
	);
	const token = name !== '' && name.search(NO_TOKEN) < 0;
	if (token && !texts.some((text) => UNSENDABLE.test(text))) return [name, value];
	const place = operation.document.place(pointer);
	throw new ProblemError({
		severity: 'error',
		code: 'unsendable-header',
		message: token
			? `${operation.id}: the value of the header "${name}" holds a line break or another control character, which HTTP cannot send.`
			: `${operation.id}: HTTP has no header that could be called ${JSON.stringify(name)}.`,
		hint: token ? 'Choose an example without it.' : 'Correct the name: letters, digits and hyphens.',
		pointer,
		...(place ? { place } : {}),
	});
}

/** The address with its parameters in place, encoded as a URL has to be. Braces of the server part are not parameters. */
function fillAddress(server: string, path: string, args: Argument[], secrets: ReadonlySet<string>): Parts {
	const address: Parts = [encodeUrlText(server)];
	for (const [text, name] of templatePieces(path)) {
		append(address, encodeUrlText(text).replace(/[[\]]/g, encodeComponent));
		const argument = args.find(({ parameter }) => parameter.name === name);
		if (argument) append(address, ...serializePath(argument, secrets));
		else if (name !== undefined) append(address, encodeComponent(`{${name}}`));
	}
	return address;
}

/** The pairs of a query that a path template has, decoded. Its parameters are those of the path. */
function templateQuery(query: string, args: Argument[], secrets: ReadonlySet<string>): [string, Parts][] {
	const pairs = query.split('&').filter(Boolean);
	return pairs.map((pair) => {
		const [name = '', ...rest] = pair.split('=');
		const value: Parts = [];
		for (const [text, parameter] of templatePieces(rest.join('='))) {
			append(value, decodeText(text));
			const argument = args.find((other) => other.parameter.name === parameter);
			if (argument) append(value, ...(serializeQuery(argument, secrets)[0]?.[1] ?? []));
			else if (parameter !== undefined) append(value, `{${parameter}}`);
		}
		return [decodeText(name), value.length > 0 ? value : ['']];
	});
}

/** A template in pieces: text, and the name of the parameter behind it. */
function templatePieces(template: string): [text: string, name?: string][] {
	const pieces = template.split(/\{([^}]+)\}/);
	return pieces.flatMap((text, at) => (at % 2 === 0 ? [[text, pieces[at + 1]] as [string, string?]] : []));
}

/** A path template without its fragment, which is never sent, and the query behind its path. Names may hold either sign. */
function splitTemplate(template: string): { path: string; query: string } {
	const [, path = '', query = ''] = /^((?:\{[^}]+\}|[^?#])*)\??((?:\{[^}]+\}|[^#])*)/.exec(template) ?? [];
	return { path, query };
}

function decodeText(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		// No percent-encoding: the text is as it is meant.
		return text;
	}
}

/** Encodes what no URL may hold as it is, and leaves what is encoded or reserved alone. */
function encodeUrlText(text: string): string {
	return text.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]+|%(?![\da-f]{2})/gi, encodeComponent);
}

function answerOf(call: Call): Answer {
	if (call.operation.method === 'HEAD') return 'nothing';
	const response = successResponse(call.operation);
	if (!response || response.mediaTypes.length === 0)
		return /^(204|205|304)$/.test(response?.status ?? '') ? 'nothing' : 'unsaid';
	return response.mediaTypes.some((media) => isJsonMediaType(media.name)) ? 'json' : 'text';
}
