import { type BodyPart, contentDisposition } from '../../src/core/body-parts.ts';
import type { Answer, HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import { append, type Parts } from '../../src/core/parts.ts';
import { fitsDouble, someValue, type Value } from '../../src/core/value.ts';
import { arrayPairs, isNative } from './literal.ts';
import { commentText, string } from './text.ts';

const RESULTS: Readonly<Record<Answer, string>> = {
	json: '$result',
	text: '$response',
	nothing: '$status',
	unsaid: "($response === '' ? $status : $response)",
};

/** The view of `http.hbs`: the options of one cURL request. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { basic, answer } = call;
	const options = method(call);
	if (basic) {
		const pair: Parts = [{ credential: basic.username.name }, ':', { credential: basic.password.name }];
		options.push(['CURLOPT_USERPWD', printer.text(pair)]);
	}
	const lines = call.body?.kind === 'multipart' && !isArray(call.body.parts) ? bodyLines(call.body.parts, printer) : '';
	const headers = call.headers.filter(([name]) => name !== 'Content-Type' || !impliesType(call));
	const fields = [...headerLines(headers, printer), ...(lines ? [BOUNDARY_FIELD] : [])];
	if (fields.length > 0) options.push(['CURLOPT_HTTPHEADER', bracket('[', ']', fields)]);
	options.push(...body(call, printer));
	options.push(['CURLOPT_RETURNTRANSFER', 'true'], ['CURLOPT_CONNECTTIMEOUT', '10'], ['CURLOPT_TIMEOUT', '30']);
	const settings = options.map(([name, value]): Doc => [`${name} => `, value]);
	return {
		title: commentText(printer.title),
		credentials: printer.credentialVariables(call),
		url: printer.text(call.url),
		query: call.query.length > 0 ? formText(call.query, printer) : '',
		options: bracket('[', ']', settings, { broken: true }),
		readsFile: call.body?.kind === 'file' || (lines !== '' && openedFiles(call.body).length > 0),
		body: lines,
		json: answer === 'json',
		// A redirection may be all that an answer without JSON promises.
		firstFailure: answer === 'json' && !call.redirects ? 300 : 400,
		result: RESULTS[answer],
		errors: answer === 'json' ? 'JsonException | RuntimeException' : 'RuntimeException',
	};
}

type Option = [name: string, value: Doc];

function method({ method, body }: HttpCall): Option[] {
	// Without a body of its own, cURL would announce none, or wait for one.
	const empty: Option[] = body ? [] : [['CURLOPT_POSTFIELDS', "''"]];
	if (method === 'GET' && !body) return [];
	if (method === 'HEAD' && !body) return [['CURLOPT_NOBODY', 'true']];
	if (method === 'POST') return [['CURLOPT_POST', 'true'], ...empty];
	return [['CURLOPT_CUSTOMREQUEST', string(method)], ...(/^(PUT|PATCH)$/.test(method) ? empty : [])];
}

/** `Name: value`; cURL takes `Name;` for a header without a value, and would drop it otherwise. */
function headerLines(headers: HttpCall['headers'], printer: Printer): Doc[] {
	return headers.map(([name, value]) => {
		const empty = value.every((part) => part === '');
		return printer.text(empty ? [`${name};`] : append([`${name}: `], ...value));
	});
}

function body({ body }: HttpCall, printer: Printer): Option[] {
	switch (body?.kind) {
		case undefined:
			return [];
		case 'json':
			if (isExact(body.value)) {
				return [['CURLOPT_POSTFIELDS', ['json_encode(', printer.language.literal(body.value), ')']]];
			}
			return [['CURLOPT_POSTFIELDS', printer.text(jsonParts(body.value))]];
		case 'form':
			return [['CURLOPT_POSTFIELDS', formText(body.pairs, printer)]];
		case 'text':
			return [['CURLOPT_POSTFIELDS', printer.text(body.text)]];
		case 'file':
			return [['CURLOPT_POSTFIELDS', `read(${string(body.file)})`]];
		case 'multipart':
			return [['CURLOPT_POSTFIELDS', isArray(body.parts) ? partArray(body.parts, printer) : '$body']];
	}
}

/** Whether cURL's own form can say the parts: an array holds a name once, and its texts are plain. */
function isArray(parts: BodyPart[]): boolean {
	const plain = parts.every((part) => 'file' in part || part.mediaType === 'text/plain');
	return plain && new Set(parts.map(({ name }) => name)).size === parts.length;
}

function partArray(parts: BodyPart[], printer: Printer): Doc {
	const value = (part: BodyPart): Doc => {
		if ('text' in part) return printer.text(part.text);
		const type = part.mediaType === 'application/octet-stream' ? [] : [string(part.mediaType)];
		return ['new CURLFile', bracket('(', ')', [string(part.file), ...type], { trailing: '' })];
	};
	const pairs = parts.map((part): [string, BodyPart] => [part.name, part]);
	return bracket('[', ']', arrayPairs(pairs, value), { broken: true });
}

const BOUNDARY_FIELD = '"Content-Type: multipart/form-data; boundary={$boundary}"';

/** The parts, line by line. */
function bodyLines(parts: BodyPart[], printer: Printer): Doc {
	const lines = parts.flatMap((part): Doc[] => [
		'"--{$boundary}"',
		string(contentDisposition(part)),
		...('file' in part || part.mediaType !== 'text/plain' ? [string(`Content-Type: ${part.mediaType}`)] : []),
		"''",
		'file' in part ? `read(${string(part.file)})` : printer.text(part.text),
	]);
	const all = [...lines, '"--{$boundary}--"', "''"];
	return ['implode("\\r\\n", ', bracket('[', ']', all, { broken: true }), ')'];
}

/** PHP's integers have 64 bits, and its floats lose digits beyond a double's. */
function isExact(value: Value): boolean {
	return !someValue(
		value,
		(part) => (part.kind === 'integer' && !isNative(part.text)) || (part.kind === 'decimal' && !fitsDouble(part.text)),
	);
}

/** Whether cURL itself sends the media type that the API asks for. */
function impliesType({ body }: HttpCall): boolean {
	return body?.kind === 'form' && body.mediaType === 'application/x-www-form-urlencoded';
}

/** Pairs as form text. An array holds a name once, so a name that comes again begins another. */
function formText(pairs: HttpCall['query'], printer: Printer): Doc {
	const arrays: HttpCall['query'][] = [[]];
	for (const pair of pairs) {
		const last = arrays.at(-1);
		if (last?.some(([name]) => name === pair[0])) arrays.push([pair]);
		else last?.push(pair);
	}
	const texts = arrays.map(
		(array): Doc => ['http_build_query(', bracket('[', ']', arrayPairs(array, printer.text)), ')'],
	);
	return texts.length === 1 ? texts : ["implode('&', ", bracket('[', ']', texts, { broken: true }), ')'];
}
