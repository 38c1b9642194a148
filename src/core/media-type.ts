/** A media type without its parameters, in lower case: `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaTypeEssence(name: string): string {
	return (name.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a media type carries XML (`application/xml`, `text/xml`, `application/atom+xml`…). */
export function isXmlMediaType(name: string): boolean {
	return /[/+]xml$/.test(mediaTypeEssence(name));
}

/** Whether a media type carries one JSON text after the other: `application/jsonl`, `application/x-ndjson`… */
export function isJsonLinesMediaType(name: string): boolean {
	return /[/.+-](jsonl|ndjson|json-?lines)$/.test(mediaTypeEssence(name));
}

/** Subtypes outside `text/` that people write as text. */
const TEXTUAL =
	/[/+.-](json|json-seq|jsonl|ndjson|xml|ya?ml|graphql|javascript|sql|csv|jwt|toml|html|x-www-form-urlencoded)$/;

/** Whether what a media type carries can be written down as text; images, archives and unknown bytes cannot. */
export function isTextMediaType(name: string): boolean {
	const essence = mediaTypeEssence(name);
	return essence.startsWith('text/') || TEXTUAL.test(essence);
}

/** Bytes whose form a schema may describe, as text never could. */
const ENCODED = /[/+.-](octet-stream|cbor|protobuf|msgpack|avro|bson)$/;

/** Whether a media type is made of bytes alone, whatever a schema says of them. */
export function isBinaryMediaType(name: string): boolean {
	const essence = mediaTypeEssence(name);
	return /^(image|audio|video|font|model)\//.test(essence) ? !isTextMediaType(essence) : ENCODED.test(essence);
}

/** A media type that can be sent, of a range or of a list of several: `image/png` of `image/*`. */
export function sendableMediaType(name: string, fallback: string): string {
	const first = (name.split(',')[0] ?? '').trim();
	if (first === '') return fallback;
	if (!first.includes('*')) return first;
	const type = first.split('/')[0] ?? '';
	return { image: 'image/png', audio: 'audio/mpeg', video: 'video/mp4', text: 'text/plain' }[type] ?? fallback;
}
