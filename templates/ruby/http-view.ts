import type { BodyPart } from '../../src/core/body-parts.ts';
import type { Answer, HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import type { Parts } from '../../src/core/parts.ts';
import { fitsDouble, someValue, type Value } from '../../src/core/value.ts';
import { hashPairs, words } from './literal.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']);

const RESULTS: Readonly<Record<Answer, string>> = {
	json: 'result',
	text: 'response.body',
	nothing: 'response.code',
	unsaid: 'response.body.to_s.empty? ? response.code : response.body',
};

/** The view of `http.hbs`: a request of `net/http`, line by line. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { basic, answer } = call;
	const lost = call.headers.find(([name]) => name.endsWith('-'));
	if (lost) return { unsupported: `Ruby's net/http leaves the hyphen off the end of the header "${lost[0]}".` };
	const lines: Doc[] = [['uri = URI(', printer.text(call.url), ')']];
	if (call.query.length > 0) lines.push(['uri.query = URI.encode_www_form', pairs(call.query, printer)]);
	lines.push(['request = ', newRequest(call, printer)]);
	if (basic) {
		lines.push(
			`request.basic_auth(${printer.variable(basic.username.name)}, ${printer.variable(basic.password.name)})`,
		);
	}
	for (const [name, value] of call.headers) {
		if (name === 'Content-Type' && impliesType(call)) continue;
		lines.push(`request[${printer.language.string(name)}] = ${printer.text(value)}`);
	}
	lines.push(...body(call, printer));
	return {
		title: printer.title,
		usesJson: answer === 'json' || (call.body?.kind === 'json' && isExact(call.body.value)),
		credentials: printer.credentialVariables(call),
		lines,
		json: answer === 'json',
		// A redirection may be all that an answer without JSON promises.
		failed:
			answer === 'json' && !call.redirects ? 'unless response.is_a?(Net::HTTPSuccess)' : 'if response.code.to_i >= 400',
		result: RESULTS[answer],
	};
}

function newRequest({ method, body }: HttpCall, printer: Printer): string {
	if (METHODS.has(method)) return `Net::HTTP::${method.charAt(0)}${method.slice(1).toLowerCase()}.new(uri)`;
	return `Net::HTTPGenericRequest.new(${printer.language.string(method)}, ${body !== undefined}, true, uri)`;
}

function body({ body }: HttpCall, printer: Printer): Doc[] {
	switch (body?.kind) {
		case undefined:
			return [];
		case 'json':
			if (isExact(body.value)) return [['request.body = ', printer.language.literal(body.value), '.to_json']];
			return [`request.body = ${printer.text(jsonParts(body.value))}`];
		case 'form':
			return [['request.set_form_data', pairs(body.pairs, printer)]];
		case 'text':
			return [`request.body = ${printer.text(body.text)}`];
		case 'file':
			return [`request.body = File.binread(${printer.language.string(body.file)})`];
		case 'multipart':
			return [
				[
					'request.set_form',
					bracket(
						'(',
						')',
						[list(body.parts.map((part) => bodyPart(part, printer))), "'multipart/form-data'"],
						NO_COMMA,
					),
				],
			];
	}
}

/** One part; net/http gives a media type only to what has the name of a file, and that of a file unless it is told one. */
function bodyPart(part: BodyPart, { language, text }: Printer): Doc {
	const { string } = language;
	const name = string(part.name);
	const options = (entries: [string, string][]) =>
		bracket('{', '}', hashPairs(entries, string), { pad: ' ', ...NO_COMMA });
	if ('file' in part) {
		const type: [string, string][] = part.mediaType === BYTES ? [] : [['content_type', part.mediaType]];
		const file = `File.open(${string(part.file)}, 'rb')`;
		return list([name, file, ...(type.length > 0 ? [options(type)] : [])]);
	}
	if (part.mediaType === 'text/plain') return list([name, text(part.text)]);
	const typed: [string, string][] = [
		['filename', 'blob'],
		['content_type', part.mediaType],
	];
	return list([name, text(part.text), options(typed)]);
}

/** What net/http takes a file for. */
const BYTES = 'application/octet-stream';

const NO_COMMA = { trailing: '' } as const;

function list(items: Doc[]): Doc {
	return bracket('[', ']', items, NO_COMMA);
}

/** Ruby's floats lose digits beyond a double's. */
function isExact(value: Value): boolean {
	return !someValue(value, (part) => part.kind === 'decimal' && !fitsDouble(part.text));
}

/** Whether `set_form_data` itself sets the media type that the API asks for. */
function impliesType({ body }: HttpCall): boolean {
	return body?.kind === 'form' && body.mediaType === 'application/x-www-form-urlencoded';
}

/** Arguments of `encode_www_form`: a hash, in which a name that comes twice in a row holds a list; else a list of pairs. */
function pairs(list: HttpCall['query'], printer: Printer): Doc {
	const groups: [name: string, values: Parts[]][] = [];
	for (const [name, value] of list) {
		const last = groups.at(-1);
		if (last?.[0] === name) last[1].push(value);
		else groups.push([name, [value]]);
	}
	if (list.length > 0 && new Set(groups.map(([name]) => name)).size === groups.length) {
		const entries = hashPairs(groups, (values) => {
			const [only] = values;
			return values.length === 1 && only ? printer.text(only) : texts(values, printer);
		});
		return bracket('(', ')', entries, { trailing: '' });
	}
	const all = list.map(([name, value]) => texts([[name], value], printer));
	return ['(', bracket('[', ']', all, { trailing: '' }), ')'];
}

function texts(list: Parts[], printer: Printer): Doc {
	const fixed = list.map((parts): Value => {
		const [only, ...more] = parts;
		return typeof only === 'string' && more.length === 0 ? { kind: 'string', text: only } : { kind: 'null' };
	});
	return words(fixed) ?? bracket('[', ']', list.map(printer.text), { trailing: '' });
}
