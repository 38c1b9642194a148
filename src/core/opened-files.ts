import type { HttpBody } from './http-body.ts';

/** The names of the files that a sample opens to send its body, each once. */
export function openedFiles(body: HttpBody | undefined): string[] {
	if (body?.kind === 'file') return [body.file];
	if (body?.kind !== 'multipart') return [];
	return [...new Set(body.parts.flatMap((part) => ('file' in part ? [part.file] : [])))];
}
