import type { BodyPart } from '../../src/core/body-parts.ts';
import type { HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import type { Parts } from '../../src/core/parts.ts';
import { someValue } from '../../src/core/value.ts';
import { callTwice, hanging } from './layout.ts';
import { isExact, listLiteral, objectLiteral } from './literal.ts';
import { string } from './text.ts';

/** The view of `http.hbs`: one call of `fetch`, or of `node:http` where `fetch` refuses the request. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { basic, answer } = call;
	const usesRequest = fetchRefuses(call);
	const status = usesRequest ? 'status' : 'response.status';
	return {
		title: printer.title,
		usesEnvironment: printer.credentials === 'env' && call.credentials.length > 0,
		usesRequest,
		opensFiles: openedFiles(call.body).length > 0 && !(usesRequest && call.body?.kind === 'file'),
		readsFile: usesRequest && call.body?.kind === 'file',
		hasImports: usesRequest || openedFiles(call.body).length > 0,
		module: /^http:/.test(String(call.url[0])) ? 'node:http' : 'node:https',
		credentials: printer.credentialVariables(call),
		basic: basic ? encodedPair(printer.variable(basic.username.name), printer.variable(basic.password.name)) : '',
		call: statements(call, printer, usesRequest),
		json: answer === 'json',
		failed: call.redirects ? `${status} >= 400` : usesRequest ? 'status >= 300' : '!response.ok',
		status,
		result: answer === 'text' || answer === 'unsaid' ? `body || ${status}` : status,
	};
}

function statements(call: HttpCall, printer: Printer, usesRequest: boolean): Doc[] {
	const url = printer.text(call.url);
	const lines: Doc[] = [url.startsWith('`') ? `const url = ${url}` : hanging('const url =', url)];
	const payload = body(call, printer, usesRequest);
	const options: [string, Doc][] = [];
	const headers = headerList(call, printer);
	if (call.query.length > 0) lines.push(['const query = ', searchParams(call.query, printer)]);
	if (call.method !== 'GET') options.push(['method', string(call.method)]);
	if (call.body?.kind === 'multipart') lines.push(...form(call.body.parts, printer));
	if (usesRequest && call.body?.kind === 'multipart') {
		lines.push('const encoded = new Response(form)');
		headers.push(['Content-Type', "encoded.headers.get('content-type')"]);
	}
	if (usesRequest && payload) {
		lines.push(typeof payload === 'string' ? hanging('const payload =', payload) : ['const payload = ', payload]);
		headers.push(['Content-Length', 'Buffer.byteLength(payload)']);
	}
	if (headers.length > 0) options.push(['headers', usesRequest ? objectLiteral(headers) : pairs(headers)]);
	if (payload && !usesRequest) options.push(['body', payload]);
	options.push(['signal', 'AbortSignal.timeout(30_000)']);
	const address = call.query.length > 0 ? '`${url}?${query}`' : 'url';
	const args: Doc = [`(${address}, `, objectLiteral(options), ')'];
	if (!usesRequest) return [...lines, ['const response = await fetch', args]];
	return [...lines, ['const call = request', args], payload ? 'call.end(payload)' : 'call.end()'];
}

/** `fetch` sends no body with GET or HEAD, no TRACE at all, and loses a header called `__proto__`. */
function fetchRefuses({ method, body, headers }: HttpCall): boolean {
	if (headers.some(([name]) => name === '__proto__')) return true;
	return method === 'TRACE' || (body !== undefined && (method === 'GET' || method === 'HEAD'));
}

function encodedPair(username: string, password: string): Doc {
	const pair = `\`\${${username}}:\${${password}}\``;
	return callTwice('const credentials = Buffer.from', pair, '.toString', "'base64'");
}

function headerList(call: HttpCall, printer: Printer): [string, Doc][] {
	const headers = call.headers.map(([name, value]): [string, Doc] => [name, header(value, printer)]);
	return call.basic ? [['Authorization', '`Basic ${credentials}`'], ...headers] : headers;
}

/** A header's characters are bytes: what is not ASCII goes out as UTF-8. */
function header(value: Parts, printer: Printer): Doc {
	const text = printer.text(value);
	const ascii = value.every((part) => typeof part !== 'string' || /^[\0-\x7f]*$/.test(part));
	return ascii ? text : `Buffer.from(${text}).toString('latin1')`;
}

/** A form, part by part. A text of a media type of its own is a `Blob`, which goes out with the name `blob`. */
function form(parts: BodyPart[], { text }: Printer): Doc[] {
	const append = (...args: Doc[]): Doc => ['form.append', bracket('(', ')', args)];
	return [
		'const form = new FormData()',
		...parts.map((part): Doc => {
			const name = string(part.name);
			if ('file' in part) return append(name, opened(part.file, part.mediaType), string(part.file));
			if (part.mediaType === 'text/plain') return append(name, text(part.text));
			const type = objectLiteral([['type', string(part.mediaType)]]);
			return append(name, ['new Blob', bracket('(', ')', [bracket('[', ']', [text(part.text)]), type])]);
		}),
	];
}

/** A file as a `Blob`; what has no type goes out as bytes. */
function opened(file: string, mediaType: string): Doc {
	const type = mediaType === 'application/octet-stream' ? [] : [objectLiteral([['type', string(mediaType)]])];
	return ['await openAsBlob', bracket('(', ')', [string(file), ...type])];
}

function body({ body }: HttpCall, printer: Printer, usesRequest: boolean): Doc | undefined {
	switch (body?.kind) {
		case undefined:
			return undefined;
		case 'json':
			return someValue(body.value, (part) => !isExact(part))
				? printer.text(jsonParts(body.value))
				: ['JSON.stringify(', printer.language.literal(body.value), ')'];
		case 'form':
			return [searchParams(body.pairs, printer), '.toString()'];
		case 'text':
			return printer.text(body.text);
		case 'file':
			return usesRequest ? `await readFile(${string(body.file)})` : opened(body.file, 'application/octet-stream');
		case 'multipart':
			return usesRequest ? 'Buffer.from(await encoded.arrayBuffer())' : 'form';
	}
}

function searchParams(list: HttpCall['query'], printer: Printer): Doc {
	const entries = list.map(([name, value]): [string, Doc] => [name, printer.text(value)]);
	return ['new URLSearchParams(', entries.length > 0 ? pairs(entries) : '', ')'];
}

/** An object; a list of pairs where a name comes twice, or where JavaScript would move a number to the front. */
function pairs(list: [string, Doc][]): Doc {
	const names = new Set(list.map(([name]) => name));
	if (names.size === list.length && !list.some(([name]) => /^\d+$/.test(name))) return objectLiteral(list);
	return listLiteral(
		list.map(([name, value]) => bracket('[', ']', [string(name), value])),
		list.length > 1,
	);
}
