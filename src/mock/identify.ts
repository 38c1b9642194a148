import { createHash } from 'node:crypto';
import { asObject, type Document } from '../core/document.ts';
import { apiKeyOf } from './authenticate.ts';

/**
 * Tells readers apart by the credentials that a request carries, wherever the API takes some; undefined where it carries none.
 * Only a hash of them is kept.
 */
export function identify(document: Document, request: Request): string | undefined {
	const schemes = Object.values(asObject(asObject(document.root.components).securitySchemes));
	const keys = schemes
		.map((scheme) => document.resolve(scheme))
		.filter(({ type }) => type === 'apiKey')
		.map((scheme) => apiKeyOf(scheme, request));
	const credentials = [authorization(request.headers.get('authorization') ?? ''), ...keys];
	if (credentials.every((credential) => credential === '')) return undefined;
	return createHash('sha256').update(JSON.stringify(credentials)).digest('base64');
}

/** The `Authorization` header, whatever the case of its scheme and the spaces after it. */
function authorization(header: string): string {
	const [, scheme = '', rest = ''] = /^(\S+) +(.*)$/.exec(header.trim()) ?? [];
	return scheme === '' ? header.trim() : `${scheme.toLowerCase()} ${rest}`;
}
