import type { BodyPart } from '../../src/core/body-parts.ts';
import type { HttpBody } from '../../src/core/http-body.ts';
import type { Answer, HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import type { Parts } from '../../src/core/parts.ts';
import { isNested } from '../../src/core/value.ts';
import { statement } from './layout.ts';
import { initializer } from './literal.ts';
import { addressOperands, pairOperands, stringOf } from './operands.ts';
import { jsonLiteral } from './text.ts';

const RESULTS: Readonly<Record<Answer, string>> = {
	json: 'content',
	text: 'content',
	nothing: '(int)response.StatusCode',
	unsaid: 'content == "" ? $"{(int)response.StatusCode}" : content',
};

/** Columns before the statements of the request. */
const MARGIN = 12;

/** Methods that `HttpMethod` has a property for in every .NET. */
const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'TRACE']);

/** Headers that belong to the content of a request: those of a request do not take them. */
const CONTENT_HEADERS = new Set(
	`
		allow content-disposition content-encoding content-language content-length content-location content-md5
		content-range content-type expires last-modified
	`.split(/\s+/),
);

/** What `Uri` leaves out of an address, encoded or not, whatever it is told: it controls the direction of text. */
const LOST_BY_URI = /[\u200e\u200f\u202a-\u202e]/;
const LOST_ENCODED = /%E2%80%(?:8[EF]|A[A-E])/i;

/** The view of `http.hbs`: one request of `HttpClient`. */
export function httpView(call: HttpCall, printer: Printer): View {
	if (losesCharacters(call)) {
		return { unsupported: ".NET's Uri leaves characters that control the direction of text out of an address." };
	}
	return {
		baseName: printer.baseName,
		title: printer.title,
		usesEnvironment: printer.credentials === 'env' && call.credentials.length > 0,
		namespaces: namespaces(call),
		credentials: printer.credentialVariables(call),
		basic: call.basic ? printer.language.interpolate(basicPair(call.basic, printer)) : '',
		statements: [
			`var url = ${address(call, printer)};`,
			statement(['var request = new HttpRequestMessage', args(method(call.method, printer), 'url')], MARGIN),
			...(call.basic ? ['request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);'] : []),
			...content(call, printer),
			...call.headers.filter(([name]) => name !== 'Content-Type' || !call.body).map((pair) => header(pair, printer)),
		],
		opensFiles: openedFiles(call.body).length > 0,
		failed: call.redirects ? '(int)response.StatusCode >= 400' : '!response.IsSuccessStatusCode',
		result: RESULTS[call.answer],
	};
}

function losesCharacters({ url, query }: HttpCall): boolean {
	const lost = (part: Parts[number]) => LOST_BY_URI.test(fixedText(part));
	const lostInAddress = (part: Parts[number]) => (typeof part === 'string' ? LOST_ENCODED.test(part) : lost(part));
	return url.some(lostInAddress) || query.some(([name, value]) => lost(name) || value.some(lost));
}

/** What the document says of a piece of text; nothing of what only the reader has. */
function fixedText(part: Parts[number]): string {
	if (typeof part === 'string') return part;
	return 'placeholder' in part ? (part.value ?? '') : '';
}

function namespaces({ basic, body }: HttpCall): string[] {
	return [
		'System',
		...(body?.kind === 'form' ? ['System.Collections.Generic'] : []),
		...(openedFiles(body).length > 0 ? ['System.IO'] : []),
		'System.Net.Http',
		...(basic || body ? ['System.Net.Http.Headers'] : []),
		...(basic ? ['System.Text'] : []),
		'System.Threading.Tasks',
	];
}

function basicPair({ username, password }: NonNullable<HttpCall['basic']>, printer: Printer) {
	return [{ code: printer.variable(username.name) }, { text: ':' }, { code: printer.variable(password.name) }];
}

function address({ url, query }: HttpCall, printer: Printer): string {
	const first = url.some((part) => typeof part === 'string' && part.includes('?')) ? '&' : '?';
	const groups = [addressOperands(url, printer), ...pairOperands(query, printer, first)];
	return stringOf(groups, 100 - MARGIN - 'var url = ;'.length, ' '.repeat(MARGIN + 4));
}

function method(name: string, { language }: Printer): string {
	if (!METHODS.has(name)) return `new HttpMethod(${language.string(name)})`;
	return `HttpMethod.${name.charAt(0)}${name.slice(1).toLowerCase()}`;
}

/** The content, and its media type as the API asks for it: that of `StringContent` names a charset as well. */
function content({ body, headers }: HttpCall, printer: Printer): string[] {
	const bare = headers.some(([name]) => CONTENT_HEADERS.has(name.toLowerCase()));
	if (!body) return bare ? ['request.Content = new ByteArrayContent(new byte[0]);'] : [];
	if (body.kind === 'multipart') return [...form(body.parts, printer), 'request.Content = form;'];
	return [...contentOf(body, printer), `request.Content.Headers.ContentType = ${mediaType(body.mediaType, printer)};`];
}

function mediaType(name: string, { language }: Printer): string {
	const type = language.string(name);
	return name.includes(';') ? `MediaTypeHeaderValue.Parse(${type})` : `new MediaTypeHeaderValue(${type})`;
}

/** A form, part by part; a content that has to be told its media type gets a variable. */
function form(parts: BodyPart[], printer: Printer): string[] {
	const { string } = printer.language;
	const statements = ['var form = new MultipartFormDataContent();'];
	let count = 0;
	for (const part of parts) {
		// Unquoted, as .NET would write a name without a blank, some servers do not take it.
		const name = string(`"${part.name.replaceAll('"', '%22')}"`);
		const made = 'file' in part ? streamOf(part.file, printer) : ['new StringContent', args(printer.text(part.text))];
		if ('text' in part && part.mediaType === 'text/plain') {
			statements.push(statement(['form.Add', args(made, name)], MARGIN));
			continue;
		}
		const variable = `part${++count}`;
		statements.push(
			statement([`var ${variable} = `, made], MARGIN),
			`${variable}.Headers.ContentType = ${mediaType(part.mediaType, printer)};`,
			statement(['form.Add', args(variable, name, ...('file' in part ? [string(part.file)] : []))], MARGIN),
		);
	}
	return statements;
}

function streamOf(file: string, { language }: Printer): Doc {
	return `new StreamContent(File.OpenRead(${language.string(file)}))`;
}

function contentOf(body: Exclude<HttpBody, { kind: 'multipart' }>, printer: Printer): string[] {
	const set = (value: Doc) => statement(['request.Content = ', value], MARGIN);
	switch (body.kind) {
		case 'json': {
			const parts = jsonParts(body.value, isNested(body.value) ? 4 : 0);
			const json = jsonLiteral(parts, ' '.repeat(MARGIN));
			return [`var body = ${json};`, 'request.Content = new StringContent(body);'];
		}
		case 'form':
			return [set(['new FormUrlEncodedContent', args(pairs(body.pairs, printer))])];
		case 'text':
			return [set(['new StringContent', args(printer.text(body.text))])];
		case 'file':
			return [set(streamOf(body.file, printer))];
	}
}

/** A dictionary, or a list of pairs where a name comes twice. */
function pairs(list: HttpCall['query'], printer: Printer): Doc {
	const { string } = printer.language;
	if (new Set(list.map(([name]) => name)).size === list.length) {
		return initializer(
			'Dictionary<string, string>',
			list.map(([name, value]) => [`[${string(name)}] = `, printer.text(value)]),
		);
	}
	const items = list.map(([name, value]): Doc => {
		return ['new KeyValuePair<string, string>', args(string(name), printer.text(value))];
	});
	return bracket('new[] {', '}', items, { pad: ' ' });
}

function header([name, value]: HttpCall['headers'][number], printer: Printer): string {
	const owner = CONTENT_HEADERS.has(name.toLowerCase()) ? 'request.Content.Headers' : 'request.Headers';
	return statement(
		[`${owner}.TryAddWithoutValidation`, args(printer.language.string(name), printer.text(value))],
		MARGIN,
	);
}

function args(...items: Doc[]): Doc {
	return bracket('(', ')', items, { trailing: '' });
}
