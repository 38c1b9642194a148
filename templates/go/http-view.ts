import type { BodyPart } from '../../src/core/body-parts.ts';
import type { HttpBody } from '../../src/core/http-body.ts';
import type { HttpCall } from '../../src/core/http-call.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import type { Parts } from '../../src/core/parts.ts';
import { jsonLiteral } from './json-literal.ts';

const METHODS: Readonly<Record<string, string>> = {
	GET: 'http.MethodGet',
	HEAD: 'http.MethodHead',
	POST: 'http.MethodPost',
	PUT: 'http.MethodPut',
	PATCH: 'http.MethodPatch',
	DELETE: 'http.MethodDelete',
	OPTIONS: 'http.MethodOptions',
	TRACE: 'http.MethodTrace',
};

/** The view of `http.hbs`: one request of `net/http`. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { body, query } = call;
	const method = METHODS[call.method] ?? printer.language.string(call.method);
	const used = { ...call, credentials: call.credentials.filter(({ name }) => usesCredential(call, name)) };
	const usesEnvironment = printer.credentials === 'env' && used.credentials.length > 0;
	return {
		title: printer.title,
		imports: imports(call, usesEnvironment),
		credentials: printer.credentialVariables(used),
		form: body?.kind === 'form' ? pairs('form', body.pairs, printer) : [],
		file: body?.kind === 'file' ? printer.language.string(body.file) : '',
		parts: body?.kind === 'multipart' ? body.parts.map((part) => addPart(part, printer)) : [],
		addsFile: body?.kind === 'multipart' && body.parts.some((part) => 'file' in part),
		addsText: body?.kind === 'multipart' && body.parts.some((part) => 'text' in part),
		payload: payload(body, printer),
		request: ['http.NewRequest', bracket('(', ')', [method, printer.text(call.url), body ? 'payload' : 'nil'])],
		query: pairs('query', query, printer),
		headers: headers(call, printer),
		json: call.answer === 'json',
		unsaid: call.answer === 'unsaid',
		result: call.answer === 'nothing' ? 'response.Status' : 'string(body)',
		usesEnvironment,
	};
}

function payload(body: HttpCall['body'], printer: Printer): Doc {
	if (!body || body.kind === 'multipart') return '';
	return body.kind === 'file' ? 'bytes.NewReader(file)' : ['strings.NewReader(', content(body, printer), ')'];
}

function addPart(part: BodyPart, { language: { string }, text }: Printer): Doc {
	const [helper, value] = 'file' in part ? ['addFile', string(part.file)] : ['addText', text(part.text)];
	return [helper, bracket('(', ')', ['form', string(part.name), string(part.mediaType), value])];
}

function imports({ body, answer }: HttpCall, usesEnvironment: boolean): string[] {
	const packages = ['fmt', 'io', 'log', 'net/http', 'time'];
	if (answer === 'json') packages.push('encoding/json');
	const bytes = body?.kind === 'file' || body?.kind === 'multipart';
	if (answer === 'json' || bytes) packages.push('bytes');
	if (body && !bytes) packages.push('strings');
	if (body?.kind === 'multipart') packages.push('mime/multipart', 'net/textproto', 'strings');
	if (body?.kind === 'form' && body.pairs.length > 0) packages.push('net/url');
	if (usesEnvironment || openedFiles(body).length > 0) packages.push('os');
	return packages.sort();
}

function content(body: Exclude<HttpBody, { kind: 'multipart' | 'file' }>, printer: Printer): Doc {
	switch (body.kind) {
		case 'json':
			return jsonLiteral(body.value);
		case 'form':
			return body.pairs.length > 0 ? 'form.Encode()' : '""';
		case 'text':
			return printer.text(body.text);
	}
}

/** One statement a pair: `Set`, or `Add` where a name comes twice. */
function pairs(target: string, list: [string, Parts][], printer: Printer): Doc[] {
	const names = list.map(([name]) => name);
	return list.map(([name, value]) => {
		const repeated = names.indexOf(name) !== names.lastIndexOf(name);
		const args = [printer.language.string(name), printer.text(value)];
		return [`${target}.${repeated ? 'Add' : 'Set'}`, bracket('(', ')', args)];
	});
}

/** The headers, and the authorization by Basic. Go takes the host from a field of its own. */
function headers(call: HttpCall, printer: Printer): Doc[] {
	const isHost = ([name]: [string, Parts]) => name.toLowerCase() === 'host';
	const lines = call.headers.filter(isHost).map(([, value]): Doc => `request.Host = ${printer.text(value)}`);
	const others = call.headers.filter((header) => !isHost(header));
	lines.push(...pairs('request.Header', others, printer));
	if (call.basic) {
		const { username, password } = call.basic;
		lines.push(`request.SetBasicAuth(${printer.variable(username.name)}, ${printer.variable(password.name)})`);
	}
	return lines;
}

/** Go refuses a variable that nothing uses. */
function usesCredential({ url, query, headers, basic }: HttpCall, name: string): boolean {
	const texts = [url, ...query.map(([, value]) => value), ...headers.map(([, value]) => value)];
	const inText = texts
		.flat()
		.some((part) => typeof part === 'object' && 'credential' in part && part.credential === name);
	return inText || basic?.username.name === name || basic?.password.name === name;
}
