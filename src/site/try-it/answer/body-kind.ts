import { isJsonMediaType } from '../../../core/operation.ts';

/** How a body is shown. */
export type BodyKind = 'none' | 'json' | 'text' | 'image' | 'events' | 'lines' | 'binary';

const LINES = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq)$/;
const TEXT =
	/^text\/|[/+](xml|yaml|x-yaml|javascript|ecmascript|graphql|sql|toml|x-sh|x-www-form-urlencoded|http)$|^message\//;
const IMAGE = /^image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/;
/** As much of a body as is looked at where its media type says nothing. */
const PROBE = 4096;

/** How a body of a media type is shown; one without a type, or of a type that only says "bytes", by what is in it. */
export function bodyKind(contentType: string, body: Uint8Array): BodyKind {
	const mediaType = essence(contentType);
	if (mediaType === 'text/event-stream') return 'events';
	if (LINES.test(mediaType)) return 'lines';
	if (body.length === 0) return 'none';
	if (isJsonMediaType(mediaType)) return 'json';
	if (IMAGE.test(mediaType)) return 'image';
	if (TEXT.test(mediaType)) return 'text';
	if (mediaType !== '' && mediaType !== 'application/octet-stream') return 'binary';
	return mediaType === '' && isText(body.subarray(0, PROBE)) ? 'text' : 'binary';
}

/** A media type without its parameters, in lower case. */
export function essence(contentType: string): string {
	return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The body as text, in the charset that its media type names. */
export function decodeBody(contentType: string, body: Uint8Array<ArrayBuffer>): string {
	const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset).decode(body);
	} catch {
		// A charset that nobody knows.
		return new TextDecoder().decode(body);
	}
}

function isText(bytes: Uint8Array): boolean {
	if (bytes.includes(0)) return false;
	// The last character may be cut in two.
	return !new TextDecoder().decode(bytes).slice(0, -1).includes('\ufffd');
}
