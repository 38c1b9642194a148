import { isJsonMediaType, type Operation } from '../core/operation.ts';

/** A request's body as the operation takes it, or why it cannot be taken. */
export type ReadBody =
	| { ok: true; text: string; mediaType: string }
	| { ok: false; status: 400 | 415; message: string };

/**
 * Reads a body and judges its form: 415 for a media type that the operation does not take, 400 for JSON that is none.
 * A body where none is documented is left alone, for several SDKs send `""` or `{}` with a GET or a DELETE.
 */
export async function readBody(operation: Operation, request: Request): Promise<ReadBody> {
	const bytes = await request.arrayBuffer();
	const mediaType = request.headers.get('content-type') ?? '';
	if (bytes.byteLength === 0) return { ok: true, text: '', mediaType };
	const encoding = request.headers.get('content-encoding') ?? 'identity';
	if (encoding !== 'identity')
		return { ok: false, status: 415, message: `The content encoding ${encoding} is not supported` };

	const taken = operation.body?.mediaTypes.map((media) => media.name) ?? [];
	if (mediaType && taken.length > 0 && !taken.some((name) => matchesMediaType(name, mediaType))) {
		return { ok: false, status: 415, message: `The body has to be ${taken.join(' or ')}, not ${mediaType}` };
	}
	const json = mediaType ? isJsonMediaType(mediaType) : taken.some(isJsonMediaType);
	if (!json) return { ok: true, text: new TextDecoder().decode(bytes), mediaType };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const value: unknown = JSON.parse(text);
		const blank = value === '' && operation.body?.required !== true;
		return { ok: true, text: blank ? '' : text, mediaType };
	} catch (error) {
		return { ok: false, status: 400, message: `The body is not valid JSON (${(error as Error).message})` };
	}
}

/** Whether a media type (`application/json; charset=utf-8`) is one that a range (`application/*`) names; parameters do not count. */
export function matchesMediaType(range: string, mediaType: string): boolean {
	const [left = '', right = ''] = essence(range).split('/');
	const [type = '', subtype = ''] = essence(mediaType).split('/');
	return (left === '*' || left === type) && (right === '*' || right === subtype);
}

function essence(mediaType: string): string {
	return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
