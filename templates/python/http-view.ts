import type { BodyPart } from '../../src/core/body-parts.ts';
import type { Answer, HttpCall } from '../../src/core/http-call.ts';
import { jsonParts } from '../../src/core/json-parts.ts';
import { bracket, type Printer, type View } from '../../src/core/language.ts';
import type { Doc } from '../../src/core/layout.ts';
import { openedFiles } from '../../src/core/opened-files.ts';
import { fitsDouble, someValue, type Value } from '../../src/core/value.ts';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

const RESULTS: Readonly<Record<Answer, string>> = {
	json: 'result',
	text: 'response.text',
	nothing: 'response.status_code',
	unsaid: 'response.text or response.status_code',
};

/** The view of `http.hbs`: one call of `requests`. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { string } = printer.language;
	const method = call.method.toLowerCase();
	const known = METHODS.has(method);
	const args: Doc[] = known ? [printer.text(call.url)] : [string(call.method), printer.text(call.url)];
	if (call.query.length > 0) args.push(['params=', pairs(call.query, printer)]);
	const headers = call.headers.filter(([name]) => name !== 'Content-Type' || !impliesType(call));
	if (headers.length > 0) args.push(['headers=', pairs(headers, printer)]);
	args.push(...body(call, printer));
	if (call.basic) {
		args.push(`auth=(${printer.variable(call.basic.username.name)}, ${printer.variable(call.basic.password.name)})`);
	}
	return {
		title: printer.title,
		usesEnvironment: printer.credentials === 'env' && call.credentials.length > 0,
		credentials: printer.credentialVariables(call),
		request: [`requests.${known ? method : 'request'}`, bracket('(', ')', [...args, 'timeout=30'])],
		// What `requests` raises is an `OSError` as well, as is a file that is not there.
		failure: openedFiles(call.body).length > 0 ? 'OSError' : 'requests.exceptions.RequestException',
		json: call.answer === 'json',
		result: RESULTS[call.answer],
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
		case 'file':
			return [`data=${open(body.file, printer)}`];
		case 'multipart':
			return form(body.parts, printer);
	}
}

/** Plain fields as `data` where they come first, as `requests` sends them; every other part in `files`. */
function form(parts: BodyPart[], printer: Printer): Doc[] {
	const first = parts.findIndex((part) => !isField(part));
	const fields = first < 0 ? [] : parts.slice(0, first);
	const files = parts.slice(fields.length);
	const data = fields.map(({ name, ...part }): [string, Doc] => [name, 'text' in part ? printer.text(part.text) : '']);
	return [
		...(data.length > 0 ? [['data=', docPairs(data, printer)]] : []),
		[
			'files=',
			docPairs(
				files.map((part): [string, Doc] => [part.name, partTuple(part, printer)]),
				printer,
			),
		],
	];
}

function isField(part: BodyPart): boolean {
	return 'text' in part && part.mediaType === 'text/plain';
}

/** A name of a file, what it holds and its media type; `requests` sends a part without the first as a field. */
function partTuple(part: BodyPart, printer: Printer): Doc {
	const { string } = printer.language;
	if ('file' in part) return tuple([string(part.file), open(part.file, printer), string(part.mediaType)]);
	return tuple(['None', printer.text(part.text), ...(isField(part) ? [] : [string(part.mediaType)])]);
}

function open(file: string, { language }: Printer): string {
	return `open(${language.string(file)}, "rb")`;
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

function pairs(list: HttpCall['query'], printer: Printer): Doc {
	return docPairs(
		list.map(([name, value]): [string, Doc] => [name, printer.text(value)]),
		printer,
	);
}

/** A dictionary, or a list of pairs where a name comes twice. */
function docPairs(list: [name: string, value: Doc][], { language }: Printer): Doc {
	const distinct = new Set(list.map(([name]) => name)).size === list.length;
	const items = list.map(([name, value]): Doc => {
		return distinct ? [`${language.string(name)}: `, value] : tuple([language.string(name), value]);
	});
	return distinct ? bracket('{', '}', items) : bracket('[', ']', items);
}

function tuple(items: Doc[]): Doc {
	return bracket('(', ')', items);
}
