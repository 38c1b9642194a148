import type { HttpRequest } from '../core/http-request.ts';

/**
 * What lies in a file that a sample opens while it is proven, by the file's name: text, every byte there is, and what
 * looks like a boundary, so that nothing of it arrives changed by accident.
 */
export function sampleFile(name: string): Buffer {
	const bytes = Uint8Array.from({ length: 256 }, (_, code) => code);
	return Buffer.concat([Buffer.from(`${name}\n\r\n--boundary\r\n`), bytes, Buffer.from('\r\n--\r\n')]);
}

/** The names of the files that a request sends. */
export function filesOf({ body }: HttpRequest): string[] {
	if (body?.file !== undefined) return [body.file];
	return (body?.parts ?? []).flatMap((part) => ('file' in part ? [part.file] : []));
}
