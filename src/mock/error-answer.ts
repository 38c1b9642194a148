import { isJsonMediaType, type Operation } from '../core/operation.ts';
import { withMessage, withStatus } from './error-message.ts';
import { jsonText } from './operation-document.ts';
import { responseExamples } from './response-example.ts';

/** Why the mock refuses a request. */
export interface Refusal {
	status: 400 | 401 | 404 | 405 | 415 | 422 | 500;
	message: string;
	/** Headers by name; a list is sent as several. */
	headers?: [name: string, value: string][];
}

const TITLES: Record<Refusal['status'], string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	404: 'Not Found',
	405: 'Method Not Allowed',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Content',
	500: 'Internal Server Error',
};

/** An error that the API documents, by its first example, or sampled from its schema where it gives none. */
interface DocumentedError {
	mediaType: string;
	value: unknown;
	sampled: boolean;
}

/**
 * Answers an error in the API's own shape: with the documented example of that status, of the first operation that has one,
 * its message completed; else with one of another 4xx, its message replaced. A 401 is sent exactly as documented.
 * An API that documents no error gets problem details (RFC 9457).
 */
export function errorAnswer(operations: readonly Operation[], { status, message, headers = [] }: Refusal): Response {
	const error = inOwnShape(operations, status, message) ?? {
		mediaType: 'application/problem+json',
		value: { type: 'about:blank', title: TITLES[status], status, detail: message },
	};
	return new Response(jsonText(error.value), { status, headers: [['content-type', error.mediaType], ...headers] });
}

function inOwnShape(operations: readonly Operation[], status: number, message: string): DocumentedError | undefined {
	const exact = findError(operations, (key) => key === String(status));
	if (exact && status === 401 && !exact.sampled) return exact;
	const own =
		exact ?? findError(operations, (key) => key.toUpperCase() === `${String(status)[0]}XX` || key === 'default');
	if (own) {
		const value = withMessage(own.value, (text) => (own.sampled ? message : `${text}: ${message}`));
		return value ? { ...own, value: withStatus(value, status) } : own;
	}
	const other = findError(operations, (key) => /^4\d\d$/.test(key));
	const value = withMessage(other?.value, () => message);
	return other && value ? { ...other, value: withStatus(value, status) } : undefined;
}

function findError(operations: readonly Operation[], test: (key: string) => boolean): DocumentedError | undefined {
	let sampled: DocumentedError | undefined;
	for (const { document, responses } of operations) {
		for (const response of responses.filter(({ status: key }) => test(key))) {
			for (const media of response.mediaTypes.filter(({ name }) => isJsonMediaType(name))) {
				if (media.examples.length === 0 && sampled) continue;
				const example = responseExamples(document, media)[0];
				if (!example) continue;
				const error = { mediaType: media.name, value: example.value };
				if (media.examples.length > 0) return { ...error, sampled: false };
				sampled = { ...error, sampled: true };
			}
		}
	}
	return sampled;
}
