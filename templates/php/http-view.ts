import type { HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { append, type Parts } from '../../src/core/parts.ts';
import { fitsDouble, someValue, type Value } from '../../src/core/value.ts';
import { arrayPairs, isNative } from './literal.ts';
import { commentText, string } from './text.ts';

/** The view of `http.hbs`: the options of one cURL request. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { basic, answer } = call;
	const options = method(call);
	if (basic) {
		const pair: Parts = [{ credential: basic.username.name }, ':', { credential: basic.password.name }];
		options.push(['CURLOPT_USERPWD', printer.text(pair)]);
	}
	const headers = call.headers.filter(([name]) => name !== 'Content-Type' || !impliesType(call));
	if (headers.length > 0) options.push(['CURLOPT_HTTPHEADER', bracket('[', ']', headerLines(headers, printer))]);
	options.push(...body(call, printer));
	options.push(['CURLOPT_RETURNTRANSFER', 'true'], ['CURLOPT_CONNECTTIMEOUT', '10'], ['CURLOPT_TIMEOUT', '30']);
	const lines = options.map(([name, value]): Doc => [`${name} => `, value]);
	return {
		title: commentText(printer.title),
		credentials: printer.credentialVariables(call),
		url: printer.text(call.url),
		query: call.query.length > 0 ? formText(call.query, printer) : '',
		options: bracket('[', ']', lines, { broken: true }),
		json: answer === 'json',
		// A redirection may be all that an answer without JSON promises.
		firstFailure: answer === 'json' ? 300 : 400,
		result: answer === 'text' ? '$response' : '$status',
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
	}
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
