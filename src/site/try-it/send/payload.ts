import type { HttpRequest, HttpRequestBody } from '../../../core/http-request.ts';
import { ProblemError } from '../../../core/problem.ts';

/** The files that a reader chose, by the name of the body's property, or under `body` where the body is one. */
export type ChosenFiles = ReadonlyMap<string, readonly File[]>;

/**
 * What a browser sends as the body of a request: its text, a form of several parts, or a file. Throws a `ProblemError`
 * where a file has not been chosen.
 */
export function payloadOf({ body }: HttpRequest, files: ChosenFiles): string | Blob | FormData | undefined {
	if (!body) return undefined;
	if (body.file !== undefined) return fileAt(files, 'body', 0);
	return body.parts ? formOf(body.parts, files) : body.text;
}

function formOf(parts: NonNullable<HttpRequestBody['parts']>, files: ChosenFiles): FormData {
	const form = new FormData();
	const taken = new Map<string, number>();
	for (const part of parts) {
		if ('file' in part) {
			const at = taken.get(part.name) ?? 0;
			taken.set(part.name, at + 1);
			form.append(part.name, fileAt(files, part.name, at));
		} else if (part.mediaType === 'text/plain') form.append(part.name, part.text);
		else form.append(part.name, new Blob([part.text], { type: part.mediaType }));
	}
	return form;
}

function fileAt(files: ChosenFiles, name: string, at: number): File {
	const file = files.get(name)?.[at];
	if (file) return file;
	throw new ProblemError({
		severity: 'error',
		code: 'missing-file',
		message: `"${name}" needs a file.`,
		hint: 'Choose one, and send again. A page cannot keep files: choose it again after a reload.',
	});
}
