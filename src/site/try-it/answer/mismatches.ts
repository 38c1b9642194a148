import { isJsonMediaType, type MediaType, type Operation } from '../../../core/operation.ts';
import type { Received } from '../send/exchange.ts';
import { essence } from './body-kind.ts';
import { documentedResponse } from './documented-response.ts';

/** What an answer's status and media type are, held against the document. */
export interface Comparison {
	/** How it departs, one sentence each. */
	mismatches: string[];
	/** The schema that the body has to be compared with yet; absent where the document gives none for it. */
	schema?: unknown;
}

/** Statuses that never have a body, whatever the document says (RFC 9110, 6.4.1). */
const BODILESS = /^(1\d\d|204|205|304)$/;

/** Compares an answer's status and media type with the documented response. A document that names no response promises nothing. */
export function compareAnswer(operation: Operation, { status, headers, body }: Received): Comparison {
	if (operation.responses.length === 0) return { mismatches: [] };
	const response = documentedResponse(operation, status);
	if (!response) {
		const known = operation.responses.map((other) => other.status).join(', ');
		return { mismatches: [`Status ${status} is not documented for this operation; documented are ${known}.`] };
	}
	const { mediaTypes } = response;
	const documented = mediaTypes.map(({ name }) => name).join(', ');
	if (body.length === 0) {
		const isExpected = mediaTypes.length > 0 && operation.method !== 'HEAD' && !BODILESS.test(String(status));
		return { mismatches: isExpected ? [`The answer has no body; documented is ${documented}.`] : [] };
	}
	if (mediaTypes.length === 0)
		return { mismatches: [`The answer has a body; with status ${status} none is documented.`] };
	const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	const mediaType = mediaTypes.find((candidate) => covers(candidate, essence(contentType)));
	if (!mediaType) {
		const came = essence(contentType) || 'unnamed';
		return { mismatches: [`The body's media type is ${came}; documented is ${documented}.`] };
	}
	const isComparable = isJsonMediaType(contentType) && mediaType.schema !== undefined;
	return { mismatches: [], ...(isComparable ? { schema: mediaType.schema } : {}) };
}

/** Whether a documented media type, which may be a range (`application/*`), is that of the answer. */
function covers({ name }: MediaType, mediaType: string): boolean {
	const documented = essence(name);
	return (
		documented === '*/*' ||
		documented === mediaType ||
		(documented.endsWith('/*') && mediaType.startsWith(documented.slice(0, -1)))
	);
}
