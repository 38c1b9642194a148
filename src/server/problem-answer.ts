import { STATUS_CODES } from 'node:http';

/** An error of the server itself as problem details (RFC 9457). */
export function problemAnswer(status: number, detail?: string): Response {
	return Response.json(
		{ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...(detail ? { detail } : {}) },
		{ status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
	);
}
