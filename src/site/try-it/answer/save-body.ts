import { essence } from './body-kind.ts';

const ENDINGS: Readonly<Record<string, string>> = {
	'application/gzip': 'gz',
	'application/octet-stream': 'bin',
	'image/jpeg': 'jpg',
	'image/svg+xml': 'svg',
	'text/event-stream': 'txt',
	'text/plain': 'txt',
};

/** Has the browser save a body as a file. It is named by the answer's `Content-Disposition`, else by its media type. */
export function saveBody(headers: readonly (readonly [string, string])[], body: Uint8Array<ArrayBuffer>): void {
	const header = (sought: string) => headers.find(([name]) => name.toLowerCase() === sought)?.[1] ?? '';
	// No type: the browser would otherwise be free to open what came.
	const url = URL.createObjectURL(new Blob([body], { type: 'application/octet-stream' }));
	const anchor = document.createElement('a');
	anchor.href = url;
	anchor.download = fileName(header('content-disposition'), header('content-type'));
	anchor.click();
	URL.revokeObjectURL(url);
}

/** A file's name without folders or signs that a file system may not take. */
function fileName(disposition: string, contentType: string): string {
	const [, stated = ''] = /filename="?([^";]+)/i.exec(disposition) ?? [];
	const name = stated.replace(/^.*[/\\]/, '').replace(/[^\w .()+-]/g, '_');
	if (name.replace(/[. _]/g, '') !== '') return name;
	const mediaType = essence(contentType);
	return `response.${ENDINGS[mediaType] ?? /(?:[/+])([a-z]+)$/.exec(mediaType)?.[1] ?? 'bin'}`;
}
