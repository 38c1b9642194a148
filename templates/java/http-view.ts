import { type BodyPart, contentDisposition } from '../../src/core/body-parts.ts';
import type { HttpBody } from '../../src/core/http-body.ts';
import type { Answer, HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import { isNested } from '../../src/core/value.ts';
import { statement } from './layout.ts';
import { addressOperands, pairOperands, stringVariable } from './operands.ts';
import { comment, jsonLiteral } from './text.ts';

/** Headers that `java.net.http` sets only where a system property allows it. */
const RESTRICTED = new Set(['connection', 'content-length', 'expect', 'host', 'upgrade']);

const RESULTS: Readonly<Record<Answer, string>> = {
	json: 'response.body()',
	text: 'response.body()',
	nothing: 'response.statusCode()',
	unsaid: 'response.body().isEmpty() ? response.statusCode() : response.body()',
};

/** Columns before the statements of the request. */
const MARGIN = 6;

/** The view of `http.hbs`: one request of `java.net.http`. */
export function httpView(call: HttpCall, printer: Printer): View {
	const allowed = call.headers.map(([name]) => name.toLowerCase()).filter((name) => RESTRICTED.has(name));
	const url = [addressOperands(call.url, printer), ...pairOperands(call.query, printer, querySign(call))];
	const statements = [
		stringVariable('url', url, MARGIN),
		...(call.body?.kind === 'multipart' ? ['String boundary = UUID.randomUUID().toString();'] : []),
		...(call.body ? [bodyVariable(call.body, printer)] : []),
		statement('HttpRequest request', request(call, printer), MARGIN),
	];
	return {
		baseName: printer.baseName,
		title: comment(printer.title),
		usesEnvironment: printer.credentials === 'env' && call.credentials.length > 0,
		imports: imports(call),
		credentials: printer.credentialVariables(call),
		basic: call.basic ? statement('String credentials', basicPair(call.basic, printer), 4) : '',
		allowed: allowed.join(','),
		statements,
		firstFailure: call.redirects ? 400 : 300,
		result: RESULTS[call.answer],
	};
}

function imports({ basic, body, method, query }: HttpCall): string[] {
	const encodes = query.some(([, value]) => value.some((part) => typeof part === 'object' && 'credential' in part));
	const byHand = body?.kind === 'multipart' || body?.kind === 'file';
	return [
		'java.io.IOException',
		'java.net.URI',
		...(encodes ? ['java.net.URLEncoder'] : []),
		'java.net.http.HttpClient',
		'java.net.http.HttpRequest',
		...(byHand ? ['java.net.http.HttpRequest.BodyPublisher'] : []),
		...(body || !['GET', 'DELETE'].includes(method) ? ['java.net.http.HttpRequest.BodyPublishers'] : []),
		'java.net.http.HttpResponse',
		'java.net.http.HttpResponse.BodyHandlers',
		...(basic || encodes ? ['java.nio.charset.StandardCharsets'] : []),
		...(openedFiles(body).length > 0 ? ['java.nio.file.Path'] : []),
		'java.time.Duration',
		...(basic ? ['java.util.Base64'] : []),
		...(body?.kind === 'multipart' ? ['java.util.UUID'] : []),
	];
}

function querySign({ url }: HttpCall): '?' | '&' {
	return url.some((part) => typeof part === 'string' && part.includes('?')) ? '&' : '?';
}

function basicPair({ username, password }: NonNullable<HttpCall['basic']>, printer: Printer): Doc {
	const pair = `(${printer.variable(username.name)} + ":" + ${printer.variable(password.name)})`;
	return {
		head: 'Base64',
		links: ['.getEncoder()', ['.encodeToString(', `${pair}.getBytes(StandardCharsets.UTF_8)`, ')']],
	};
}

function bodyVariable(body: HttpBody, printer: Printer): string {
	switch (body.kind) {
		case 'json': {
			const parts = jsonParts(body.value, isNested(body.value) ? 2 : 0);
			const margin = ' '.repeat(MARGIN + 4);
			const code = jsonLiteral(parts, margin);
			return code.startsWith('"""') ? `String body =\n${margin}${code};` : statement('String body', code, MARGIN);
		}
		case 'form':
			return stringVariable('body', pairOperands(body.pairs, printer, ''), MARGIN);
		case 'text':
			return statement('String body', printer.text(body.text), MARGIN);
		case 'file':
			return statement('BodyPublisher body', ofFile(body.file, printer), MARGIN);
		case 'multipart':
			return statement('BodyPublisher body', joinedParts(body.parts, printer), MARGIN);
	}
}

/** The parts, one behind the other: texts line by line, files as they are. */
function joinedParts(parts: BodyPart[], printer: Printer): Doc {
	const { string } = printer.language;
	const pieces: Doc[] = [];
	let lines: Doc[] = [];
	const end = () => {
		pieces.push(bracket('BodyPublishers.ofString(', ')', [bracket('String.join(', ')', ['"\\r\\n"', ...lines])]));
	};
	for (const part of parts) {
		lines.push('"--" + boundary', string(contentDisposition(part)));
		if ('file' in part || part.mediaType !== 'text/plain') lines.push(string(`Content-Type: ${part.mediaType}`));
		lines.push('""');
		if ('text' in part) {
			lines.push(printer.text(part.text));
			continue;
		}
		lines.push('""');
		end();
		pieces.push(ofFile(part.file, printer));
		lines = ['""'];
	}
	lines.push('"--" + boundary + "--"', '""');
	end();
	return pieces.length === 1 ? (pieces[0] ?? '') : bracket('BodyPublishers.concat(', ')', pieces);
}

function ofFile(file: string, { language }: Printer): string {
	return `BodyPublishers.ofFile(Path.of(${language.string(file)}))`;
}

function request({ headers, basic, method, body }: HttpCall, printer: Printer): Doc {
	const { string } = printer.language;
	const set = (name: string, value: string) => bracket('.header(', ')', [string(name), value]);
	return {
		head: 'HttpRequest',
		links: [
			'.newBuilder(URI.create(url))',
			'.timeout(Duration.ofSeconds(30))',
			...(basic ? [set('Authorization', '"Basic " + credentials')] : []),
			...headers.map(([name, value]) => set(name, printer.text(value))),
			...(body?.kind === 'multipart' ? [set('Content-Type', '"multipart/form-data; boundary=" + boundary')] : []),
			verb(method, body, string),
			'.build()',
		],
	};
}

function verb(method: string, body: HttpBody | undefined, string: (text: string) => string): string {
	const hasBody = body !== undefined;
	const isPublisher = body?.kind === 'multipart' || body?.kind === 'file';
	const publisher = isPublisher ? 'body' : hasBody ? 'BodyPublishers.ofString(body)' : 'BodyPublishers.noBody()';
	if (method === 'POST' || method === 'PUT') return `.${method}(${publisher})`;
	if (!hasBody && (method === 'GET' || method === 'DELETE')) return `.${method}()`;
	return `.method(${string(method)}, ${publisher})`;
}
