import type { HttpPart, HttpRequestBody } from '../core/http-request.ts';
import { mediaTypeEssence } from '../core/media-type.ts';
import { compareJson, parseExactJson } from './exact-json.ts';
import { excerpt } from './excerpt.ts';
import { parseMultipart, type ReceivedPart } from './parse-multipart.ts';
import { sampleFile } from './sample-files.ts';

/** Says how a `multipart/form-data` body differs from the expected one, part by part in order: what parts them may be anything. */
export function compareParts(
	{ parts = [] }: HttpRequestBody,
	contentType: string | undefined,
	received: Buffer,
): string[] {
	const got = parseMultipart(contentType ?? 'nothing', received);
	if (typeof got === 'string') return [`body: expected parts, but ${got}`];
	const counts = parts.length === got.length ? [] : [`body: expected ${parts.length} parts, received ${got.length}`];
	return [...counts, ...parts.slice(0, got.length).flatMap((part, at) => comparePart(part, got[at] as ReceivedPart))];
}

function comparePart(part: HttpPart, got: ReceivedPart): string[] {
	const where = `part ${part.name}`;
	if (!got.names.includes(part.name)) return [`${where}: received ${excerpt(got.names[0] ?? '')} in its place`];
	const type = mediaTypeEssence(part.mediaType);
	// Without a media type a part is plain text (RFC 7578, 4.4).
	const types = got.mediaType ?? 'text/plain';
	const differences = type === types ? [] : [`${where}: expected ${type}, received ${types}`];
	if ('file' in part) {
		if (got.filename !== part.file)
			differences.push(`${where}: expected the file name ${part.file}, received ${got.filename ?? 'none'}`);
		if (!sampleFile(part.file).equals(got.content))
			differences.push(`${where}: the bytes of ${part.file} did not arrive`);
		return differences;
	}
	// `FormData` and its like give a text of a media type of its own this file name, and know no way without one.
	if (got.filename !== undefined && !(got.filename === 'blob' && type !== 'text/plain'))
		differences.push(`${where}: expected no file name, received ${got.filename}`);
	return [...differences, ...compareText(where, type, part.text, got.content.toString('utf8'))];
}

function compareText(where: string, type: string, expected: string, received: string): string[] {
	if (/[/+]json$/.test(type)) {
		const [left, right] = [parseExactJson(expected), parseExactJson(received)];
		if (left !== undefined && right !== undefined)
			return compareJson(left, right).map((difference) => `${where} ${difference}`);
	}
	// Lines of text end in CRLF in MIME (RFC 2046, 4.1.1), and some clients see to it.
	const lines = (text: string) => (type.startsWith('text/') ? text.replace(/\r\n|\r|\n/g, '\r\n') : text);
	if (lines(expected) === lines(received)) return [];
	return [`${where}: expected ${excerpt(expected)}, received ${excerpt(received)}`];
}
