/** One part of a received `multipart/form-data` body. */
export interface ReceivedPart {
	/** Every way to read the name: clients escape quotes as `%22`, as `\"`, or not at all. */
	names: string[];
	filename?: string;
	/** Without its parameters; absent where the client sent none. */
	mediaType?: string;
	content: Buffer;
}

/** Takes a body apart by RFC 7578; what is wrong with it as a sentence. */
export function parseMultipart(contentType: string, body: Buffer): ReceivedPart[] | string {
	const boundary = parameterOf(contentType, 'boundary');
	if (boundary === undefined) return `the media type ${contentType} names no boundary`;
	const delimiter = Buffer.from(`\r\n--${boundary}`);
	// The first delimiter stands at the very start, so that a line break is put before it.
	const whole = Buffer.concat([Buffer.from('\r\n'), body]);
	const parts: ReceivedPart[] = [];
	let at = whole.indexOf(delimiter);
	if (at < 0) return 'its boundary never comes';
	for (;;) {
		const start = at + delimiter.length;
		if (whole.subarray(start, start + 2).equals(Buffer.from('--'))) return parts;
		if (!whole.subarray(start, start + 2).equals(Buffer.from('\r\n'))) return 'a boundary does not end its line';
		at = whole.indexOf(delimiter, start);
		if (at < 0) return 'its last boundary is missing';
		const part = readPart(whole.subarray(start + 2, at));
		if (typeof part === 'string') return part;
		parts.push(part);
	}
}

function readPart(bytes: Buffer): ReceivedPart | string {
	const blank = bytes.indexOf('\r\n\r\n');
	if (blank < 0) return 'a part has no end of its headers';
	const lines = bytes.subarray(0, blank).toString('utf8').split('\r\n');
	const headers = new Map(
		lines.map((line) => [(line.split(':')[0] ?? '').trim().toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
	);
	const disposition = headers.get('content-disposition') ?? '';
	const raw = parameterOf(disposition, 'name');
	if (!/^form-data\b/i.test(disposition) || raw === undefined) return `a part without a name: ${lines.join(' / ')}`;
	const filename = parameterOf(disposition, 'filename');
	const mediaType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	return {
		names: [raw, bareParameter(disposition), mimeWord(raw)].flatMap(readings),
		...(filename === undefined ? {} : { filename }),
		...(mediaType ? { mediaType } : {}),
		content: bytes.subarray(blank + 4),
	};
}

/** A parameter of a header as it is written, between its quotes where it has some; `name*` wins, decoded. */
function parameterOf(header: string, name: string): string | undefined {
	const extended = new RegExp(`;\\s*${name}\\*=utf-8''([^;\\s]*)`, 'i').exec(header)?.[1];
	if (extended !== undefined) return decodeURIComponent(extended);
	const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i').exec(header) ?? [];
	return quoted ?? bare;
}

/** The name where a client escapes no quote, so that a `\` at its end is no escape either. */
function bareParameter(disposition: string): string {
	return /;\s*name="(.*?)"(?=\s*(?:;|$))/is.exec(disposition)?.[1] ?? '';
}

function readings(raw: string): string[] {
	const named: Record<string, string> = { '%22': '"', '%0D': '\r', '%0A': '\n' };
	return [raw, raw.replace(/%22|%0D|%0A/g, (code) => named[code] ?? code), raw.replace(/\\(["\\])/g, '$1')];
}

/** `=?utf-8?B?…?=`, as .NET writes what is not ASCII (RFC 2047). */
function mimeWord(raw: string): string {
	const encoded = /^"?=\?utf-8\?B\?([^?]*)\?="?$/i.exec(raw)?.[1];
	return encoded === undefined ? raw : Buffer.from(encoded, 'base64').toString('utf8');
}
