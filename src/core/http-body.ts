import { type BodyPart, bodyParts, formPairs, isFile } from './body-parts.ts';
import type { Call } from './call.ts';
import type { Document } from './document.ts';
import { fileName } from './file-name.ts';
import { jsonParts } from './json-parts.ts';
import {
	isBinaryMediaType,
	isJsonLinesMediaType,
	isTextMediaType,
	isXmlMediaType,
	mediaTypeEssence,
	sendableMediaType,
} from './media-type.ts';
import { isJsonMediaType, type MediaType, type Operation } from './operation.ts';
import { append, type Parts } from './parts.ts';
import { type Problem, ProblemError } from './problem.ts';
import { flattenSchema } from './sample-schema.ts';
import { asPart } from './serialize-parameter.ts';
import { scalarText, type Value } from './value.ts';
import { xmlParts } from './xml-text.ts';

/** What an HTTP request carries. */
export type HttpBody =
	| { kind: 'json'; mediaType: string; value: Value }
	| { kind: 'form'; mediaType: string; pairs: [string, Parts][] }
	| { kind: 'text'; mediaType: string; text: Parts }
	/** `multipart/form-data`; the client chooses what parts it. */
	| { kind: 'multipart'; mediaType: string; parts: BodyPart[] }
	/** The bytes of a file, by its name. */
	| { kind: 'file'; mediaType: string; file: string };

/** The body of a call as its media type writes it; none where it would hold nothing. Throws a `ProblemError` where none can. */
export function readBody({ operation, body }: Call): HttpBody | undefined {
	if (!body) return undefined;
	const { document } = operation;
	const { mediaType: media, value } = body;
	const name = chosenName(document, media, value);
	if (isJsonMediaType(name)) return { kind: 'json', mediaType: name, value };
	const essence = mediaTypeEssence(name);
	if (essence === 'application/x-www-form-urlencoded')
		return { kind: 'form', mediaType: name, pairs: formPairs(document, media, value) };
	if (essence.startsWith('multipart/')) return multipart(operation, media, name, value);
	if (opensFile(operation, media, name, value)) {
		const example = value.kind === 'string' ? value.text : '';
		return { kind: 'file', mediaType: name, file: fileName('file', name, example) };
	}
	return { kind: 'text', mediaType: name, text: textOf(operation, media, name, value) };
}

/** A range of media types is met by what is common in it: by JSON, or by bytes where they are what the schema wants. */
function chosenName(document: Document, { name, schema }: MediaType, value: Value): string {
	if (!name.includes('*')) return name;
	if (/^multipart\//i.test(name)) return 'multipart/form-data';
	const bytes = isFile(flattenSchema(document, schema ?? {}), value, undefined);
	return sendableMediaType(name, bytes ? 'application/octet-stream' : 'application/json');
}

function multipart(operation: Operation, media: MediaType, name: string, value: Value): HttpBody | undefined {
	const parts = bodyParts(operation.document, media, value);
	if (parts.length === 0) return undefined;
	const odd = parts.find((part) => UNSENDABLE.test(part.name) || part.name === '');
	if (odd) {
		throw fault(operation, {
			code: 'unsendable-part',
			message: `no part of a form can be called ${JSON.stringify(odd.name)}.`,
			hint: 'Correct the name of the property.',
		});
	}
	if (mediaTypeEssence(name) === 'multipart/form-data') return { kind: 'multipart', mediaType: name, parts };
	throw fault(operation, {
		code: 'unsupported-media-type',
		message: `a body of type ${name} is none that HTTP clients write; they write multipart/form-data.`,
		hint: 'Offer multipart/form-data or JSON as well, or write an authored sample.',
	});
}

/** What no name of a part can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSENDABLE = /[\0-\x1f\x7f]/;

/** Whether the body is made of bytes: its media type or its schema says so, and no example says it as text. */
function opensFile({ document }: Operation, media: MediaType, name: string, value: Value): boolean {
	if (isBinaryMediaType(name))
		return value.kind !== 'string' || isFile(flattenSchema(document, media.schema ?? {}), value, name);
	return !isTextMediaType(name) && isFile(flattenSchema(document, media.schema ?? {}), value, undefined);
}

function textOf({ document }: Operation, media: MediaType, name: string, value: Value): Parts {
	if (value.kind === 'placeholder') return [asPart(value)];
	if (value.kind !== 'list' && value.kind !== 'map') return [scalarText(value)];
	if (isXmlMediaType(name)) return xmlParts(document, media.schema ?? {}, value);
	if (!isJsonLinesMediaType(name)) return jsonParts(value, 2);
	const lines = value.kind === 'list' ? value.items : [value];
	return append([], ...lines.flatMap((line): Parts => [...jsonParts(line), '\n']));
}

/** A fault of an operation's body, at its place. */
function fault(operation: Operation, { message, ...rest }: Pick<Problem, 'code' | 'message' | 'hint'>): ProblemError {
	const pointer = `${operation.pointer}/requestBody`;
	const place = operation.document.place(pointer, true);
	return new ProblemError({
		severity: 'error',
		message: `${operation.id}: ${message}`,
		...rest,
		pointer,
		...(place ? { place } : {}),
	});
}
