import { asObject, asText, type Document, type Json } from './document.ts';
import { fileName } from './file-name.ts';
import { jsonParts } from './json-parts.ts';
import { isTextMediaType, isXmlMediaType, sendableMediaType } from './media-type.ts';
import { isJsonMediaType, type MediaType } from './operation.ts';
import { own } from './own.ts';
import type { Parts } from './parts.ts';
import { flattenSchema, typeOf } from './sample-schema.ts';
import { asPart, deepPairs, styledPairs } from './serialize-parameter.ts';
import { scalarText, toJsonText, type Value } from './value.ts';
import { xmlParts } from './xml-text.ts';

/** One part of a body of several: a text, or a file that is opened by its name. */
export type BodyPart = { name: string; mediaType: string } & ({ text: Parts } | { file: string });

/** A property of a form: its value, with what its schema and the media type's `encoding` say of it. */
interface Field {
	document: Document;
	name: string;
	value: Value;
	schema: Json;
	/** The schema as it is written: a reference names the element that XML makes of it. */
	source: unknown;
	encoding: Json;
}

const BYTES = 'application/octet-stream';

/**
 * The pairs of an `application/x-www-form-urlencoded` body. Properties without an `encoding` of their own are repeated
 * where they are lists, and take the brackets that form parsers read where they nest.
 */
export function formPairs(document: Document, media: MediaType, value: Value): [string, Parts][] {
	return fieldsOf(document, media, value).flatMap((field): [string, Parts][] => {
		if (statesStyle(field)) return pairsByStyle(field);
		const contentType = asText(field.encoding.contentType);
		if (contentType !== undefined) return [[field.name, textOf(field, field.value, contentType)]];
		const { name, value: item } = field;
		if (item.kind === 'list') return item.items.map((one): [string, Parts] => [name, [asPart(one)]]);
		return deepPairs(name, item);
	});
}

/**
 * The parts of a `multipart/form-data` body: one for each property, or for each item of a list. What the schema says is
 * binary is a file. Objects are JSON; `encoding` can say otherwise, by `style` from OpenAPI 3.1 on.
 */
export function bodyParts(document: Document, media: MediaType, value: Value): BodyPart[] {
	const styled = !String(document.root.openapi).startsWith('3.0');
	return fieldsOf(document, media, value).flatMap((field): BodyPart[] => {
		const { name, value: item } = field;
		if (styled && statesStyle(field))
			return pairsByStyle(field).map(([part, text]) => ({ name: part, mediaType: 'text/plain', text }));
		if (item.kind !== 'list') return [partOf(field, item, name)];
		const source = field.schema.items ?? {};
		const schema = flattenSchema(document, source);
		return item.items.map((one, at) =>
			partOf({ ...field, schema, source }, one, item.items.length > 1 ? `${name}-${at + 1}` : name),
		);
	});
}

function fieldsOf(document: Document, { schema, encoding }: MediaType, value: Value): Field[] {
	const whole = flattenSchema(document, schema ?? {});
	const entries = value.kind === 'map' ? value.entries : [];
	return entries.map(([name, item]) => {
		const source = own(asObject(whole.properties), name) ?? {};
		const schema = flattenSchema(document, source);
		return { document, name, value: item, schema, source, encoding: asObject(own(encoding, name)) };
	});
}

function partOf(field: Field, value: Value, purpose: string): BodyPart {
	const { name, schema, encoding } = field;
	const stated = asText(encoding.contentType) ?? asText(schema.contentMediaType);
	if (isFile(schema, value, stated)) {
		const mediaType = sendableMediaType(stated ?? '', BYTES);
		return { name, mediaType, file: fileName(purpose, mediaType, value.kind === 'string' ? value.text : '') };
	}
	const nests = value.kind === 'list' || value.kind === 'map';
	const fallback = nests ? 'application/json' : schema.contentEncoding === undefined ? 'text/plain' : BYTES;
	const mediaType = sendableMediaType(stated ?? '', fallback);
	return { name, mediaType, text: textOf(field, value, mediaType) };
}

/** Whether a value stands for bytes: the schema says so, or the media type that is asked for is none of text. */
export function isFile(schema: Json, value: Value, mediaType: string | undefined): boolean {
	if (value.kind !== 'string' && value.kind !== 'placeholder') return false;
	if (schema.format === 'binary' || schema.type === 'file') return true;
	const type = typeOf(schema);
	if ((type !== undefined && type !== 'string') || schema.contentEncoding !== undefined) return false;
	return mediaType !== undefined && !isTextMediaType(sendableMediaType(mediaType, BYTES));
}

/** A value as its media type writes it. */
function textOf({ document, source }: Field, value: Value, mediaType: string): Parts {
	if (isJsonMediaType(mediaType)) return jsonParts(value);
	const nests = value.kind === 'list' || value.kind === 'map';
	if (nests && isXmlMediaType(mediaType)) return xmlParts(document, source, value);
	if (value.kind === 'placeholder') return [asPart(value)];
	return [nests ? toJsonText(value) : scalarText(value)];
}

function statesStyle({ encoding }: Field): boolean {
	return ['style', 'explode', 'allowReserved'].some((keyword) => encoding[keyword] !== undefined);
}

function pairsByStyle({ name, value, encoding }: Field): [string, Parts][] {
	const style = asText(encoding.style) ?? 'form';
	const explode = typeof encoding.explode === 'boolean' ? encoding.explode : style === 'form';
	return styledPairs({ name, style, explode }, value);
}

/**
 * The header that names a part, where a language has to write it by hand. Quotes are escaped as browsers do
 * (HTML, 4.10.21.8).
 */
export function contentDisposition(part: BodyPart): string {
	const name = part.name.replaceAll('"', '%22');
	return `Content-Disposition: form-data; name="${name}"${'file' in part ? `; filename="${part.file}"` : ''}`;
}
