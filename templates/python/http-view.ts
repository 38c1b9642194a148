import type { HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { fitsDouble, someValue, type Value } from '../../src/core/value.ts';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** The view of `http.hbs`: one call of `requests`. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { string } = printer.language;
	const method = call.method.toLowerCase();
	const known = METHODS.has(method);
	const args: Doc[] = known ? [printer.text(call.url)] : [string(call.method), printer.text(call.url)];
	if (call.query.length > 0) args.push(['params=', pairs(call.query, printer)]);
	const headers = call.headers.filter(([name]) => name !== 'Content-Type' || !impliesType(call));
	if (headers.length > 0) args.push(['headers=', dictionary(headers, printer)]);
	args.push(...body(call, printer));
	if (call.basic) {
		args.push(`auth=(${printer.variable(call.basic.username.name)}, ${printer.variable(call.basic.password.name)})`);
	}
	return {
		title: printer.title,
		usesEnvironment: printer.credentials === 'env' && call.credentials.length > 0,
		credentials: printer.credentialVariables(call),
		request: [`requests.${known ? method : 'request'}`, bracket('(', ')', [...args, 'timeout=30'])],
		json: call.answer === 'json',
		result: call.answer === 'json' ? 'result' : call.answer === 'text' ? 'response.text' : 'response.status_code',
	};
}

function body({ body }: HttpCall, printer: Printer): Doc[] {
	switch (body?.kind) {
		case undefined:
			return [];
		case 'json':
			if (isExact(body.value)) return [['json=', printer.language.literal(body.value)]];
			return [`data=${printer.text(jsonParts(body.value))}.encode()`];
		case 'form':
			return [['data=', pairs(body.pairs, printer)]];
		case 'text':
			return [`data=${printer.text(body.text)}.encode()`];
	}
}

/** `requests` sends no body for None, and Python's floats lose digits beyond a double's. */
function isExact(value: Value): boolean {
	return value.kind !== 'null' && !someValue(value, (part) => part.kind === 'decimal' && !fitsDouble(part.text));
}

/** Whether `requests` itself sends the media type that the API asks for. */
function impliesType({ body }: HttpCall): boolean {
	if (body?.kind === 'json') return body.mediaType === 'application/json' && isExact(body.value);
	return body?.kind === 'form' && body.mediaType === 'application/x-www-form-urlencoded' && body.pairs.length > 0;
}

/** A dictionary, or a list of pairs where a name comes twice. */
function pairs(list: HttpCall['query'], printer: Printer): Doc {
	if (new Set(list.map(([name]) => name)).size === list.length) return dictionary(list, printer);
	return bracket(
		'[',
		']',
		list.map(([name, value]) => bracket('(', ')', [printer.language.string(name), printer.text(value)])),
	);
}

function dictionary(list: HttpCall['headers'], printer: Printer): Doc {
	return bracket(
		'{',
		'}',
		list.map(([name, value]) => [`${printer.language.string(name)}: `, printer.text(value)]),
	);
}
