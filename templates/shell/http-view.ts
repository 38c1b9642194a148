import type { BodyPart } from '../../src/core/body-parts.ts';
import type { HttpCall } from '../../src/core/http-call.ts';
import type { Printer, View } from '../../src/core/language.ts';
import { append, type Parts } from '../../src/core/parts.ts';
import { encodeComponent, encodeParts } from '../../src/core/serialize-parameter.ts';
import { jsonLiteral } from './json.ts';
import { printfFormat, string } from './text.ts';

/** The view of `http.hbs`: one call of curl, a line for each option. */
export function httpView(call: HttpCall, printer: Printer): View {
	const { query, body } = call;
	const unsupported = unsayable(call);
	if (unsupported) return { unsupported };
	const piped = body?.kind === 'text' && hasNul(body.text);
	const indent = piped ? '  ' : '';
	// Beside a body, `--get` would send the body as a query.
	const getsQuery = query.length > 0 && body === undefined && query.every(canEncode);
	const url = query.length === 0 || getsQuery ? call.url : append([...call.url], '?', ...encodePairs(query));
	return {
		title: printer.title,
		credentials: printer.credentialVariables(call),
		input: piped ? body.text.map((part) => printfFormat(String(part))).join('') : '',
		indent,
		options: [
			...addressOptions(url),
			...methodOptions(call),
			...writeOut(call),
			...authOptions(call, printer),
			...call.headers
				.filter(([name]) => name !== 'Content-Type' || !impliesType(call))
				.map((one) => headerOption(one, printer)),
			...(getsQuery ? ['--get', ...dataOptions(query, printer)] : []),
			...(piped ? ['--data-binary @-'] : bodyOptions(call, printer, indent)),
		],
		url: printer.text(url),
	};
}

/** Why curl has no way to send a request, if it has none. */
function unsayable({ method, body }: HttpCall): string | undefined {
	if (method === 'HEAD' && body) return 'curl sends no body with HEAD.';
	for (const part of body?.kind === 'multipart' ? body.parts : []) {
		if (part.name.includes('=')) return `curl takes the name of the part "${part.name}" to end before its "=".`;
		if ('text' in part && hasNul(part.text)) return 'A NUL character can stand in no argument of a command.';
	}
	return undefined;
}

/** curl reads brackets and braces as patterns, and takes `.` and `..` out of a path. */
function addressOptions(url: Parts): string[] {
	const text = url.map((part) => (typeof part === 'string' ? part : '*')).join('');
	return [...(/[[\]{}]/.test(text) ? ['--globoff'] : []), ...(/\/\.\.?(?:[/?]|$)/.test(text) ? ['--path-as-is'] : [])];
}

function methodOptions({ method, body }: HttpCall): string[] {
	if (method === 'HEAD') return ['--head'];
	if (method === (body ? 'POST' : 'GET')) return [];
	// Some servers refuse a POST that does not say how long it is.
	const empty = !body && ['POST', 'PUT', 'PATCH'].includes(method);
	const name = /^[A-Z]+$/.test(method) ? method : string(method);
	return [`--request ${name}`, ...(empty ? ["--header 'Content-Length: 0'"] : [])];
}

/** The status, where nothing else may come. */
function writeOut({ answer, method }: HttpCall): string[] {
	if (method === 'HEAD' || answer === 'json' || answer === 'text') return [];
	return [`--write-out '${answer === 'unsaid' ? '\\n' : ''}%{http_code}\\n'`];
}

function authOptions({ basic }: HttpCall, { language, variable }: Printer): string[] {
	if (!basic) return [];
	const pair = [{ code: variable(basic.username.name) }, { text: ':' }, { code: variable(basic.password.name) }];
	return [`--user ${language.interpolate(pair)}`];
}

/** `Name: value`; curl takes a name without a value for the order to leave the header out, unless it ends in `;`. */
function headerOption([name, value]: [string, Parts], printer: Printer): string {
	const empty = value.every((part) => typeof part === 'string' && part.trim() === '');
	return `--header ${printer.text(empty ? [`${name};`] : append([`${name}: `], ...value))}`;
}

function bodyOptions({ body }: HttpCall, printer: Printer, indent: string): string[] {
	switch (body?.kind) {
		case undefined:
			return [];
		case 'json':
			return [`--data ${jsonLiteral(body.value, `${indent}  `, '--data '.length)}`];
		case 'form':
			if (body.pairs.length > 0 && body.pairs.every(canEncode)) return dataOptions(body.pairs, printer);
			return [`--data ${printer.text(encodePairs(body.pairs))}`];
		case 'file':
			return [`--data-binary ${string(`@${body.file}`)}`];
		case 'multipart':
			return body.parts.map((part) => formOption(part, printer));
		case 'text':
			// `--data` would read a file where the text begins with `@`.
			return [`--data-raw ${printer.text(body.text)}`];
	}
}

/** A part. `--form` reads orders at the start of a text and behind a semicolon, `--form-string` reads none. */
function formOption(part: BodyPart, printer: Printer): string {
	if ('file' in part) return `--form ${string(`${part.name}=@${part.file};type=${part.mediaType}`)}`;
	const name = `${part.name}=`;
	const text = part.text.map((piece) => (typeof piece === 'string' ? piece : '*')).join('');
	const orders = /^[@<("\s]|;|\s$/.test(text);
	if (part.mediaType === 'text/plain')
		return `--form${orders ? '-string' : ''} ${printer.text(append([name], ...part.text))}`;
	const type = `;type=${part.mediaType}`;
	if (!orders) return `--form ${printer.text(append([name], ...part.text, type))}`;
	const quoted = part.text.map((piece) => (typeof piece === 'string' ? piece.replace(/[\\"]/g, '\\$&') : piece));
	return `--form ${printer.text(append([`${name}"`], ...quoted, `"${type}`))}`;
}

function impliesType({ body }: HttpCall): boolean {
	return body?.kind === 'form' && body.mediaType === 'application/x-www-form-urlencoded';
}

/** curl encodes what stands behind the `=`; the name is taken as it is. */
function dataOptions(pairs: HttpCall['query'], printer: Printer): string[] {
	return pairs.map(
		([name, value]) => `--data-urlencode ${printer.text(append([`${encodeComponent(name)}=`], ...value))}`,
	);
}

/** Whether `--data-urlencode` can say a pair: it drops the `=` behind an empty name. */
function canEncode([name, value]: [string, Parts]): boolean {
	return name !== '' && !hasNul(value);
}

function hasNul(value: Parts): boolean {
	return value.some((part) => {
		const text = typeof part === 'string' ? part : 'placeholder' in part ? part.value : undefined;
		return text?.includes('\0');
	});
}

/** Pairs percent-encoded in one text. */
function encodePairs(pairs: HttpCall['query']): Parts {
	return pairs.reduce<Parts>(
		(text, [name, value], index) =>
			append(text, `${index > 0 ? '&' : ''}${encodeComponent(name)}=`, ...encodeParts(value)),
		[],
	);
}
