import { mediaTypeEssence } from '../../core/media-type.ts';
import type { Operation } from '../../core/operation.ts';
import { authenticate } from '../../mock/authenticate.ts';
import { createOperationMock, type OperationMock, type Violation } from '../../mock/operation-mock.ts';
import { readBody } from '../../mock/read-body.ts';
import type { Match } from '../../mock/router.ts';
import type { CapturedRequest } from '../captured-request.ts';
import { decodePairs } from '../decode-url.ts';
import { undeclaredProperties, undeclaredQuery } from './undeclared.ts';

/** One way in which a request is not as documented. */
export interface RequestFault {
	/** `unknown-operation`, `missing-parameter`, `undeclared-property`… */
	code: string;
	message: string;
	hint: string;
	/** What to look for in the text that sent it, the most telling first. */
	names: readonly string[];
}

type Told = [code: string, message: string, hint: string, ...names: string[]];

const mocks = new WeakMap<object, Promise<OperationMock>>();

/** Holds a request to the operation that it is for: credentials, media type, parameters and body, and nothing undeclared. */
export async function holdRequest(request: CapturedRequest, match: Match): Promise<RequestFault[]> {
	const { operation, parameters } = match;
	const known = mocks.get(operation.source) ?? createOperationMock(operation, [...parameters.keys()]);
	mocks.set(operation.source, known);
	const faults: RequestFault[] = [];
	const fault = (...[code, message, hint, ...names]: Told) =>
		faults.push({ code, message: `${request.method} ${request.path}: ${message}`, hint, names });
	const whole = toRequest(request);
	const carries = whole.headers.has('authorization');
	if (!carries && !authenticate(operation.document, operation, whole).passed)
		fault('missing-credentials', 'it carries no credentials.', `${operation.id} asks for them.`);
	const pairs = decodePairs(request.query);
	for (const name of undeclaredQuery(operation, pairs))
		fault(
			'undeclared-parameter',
			`the query has "${name}", which ${operation.id} does not declare.`,
			...hintFor(operation, name),
		);
	const body = await readBody(operation, whole.clone());
	if (!body.ok) {
		const types = operation.body?.mediaTypes.map(({ name }) => name).join(', ');
		const what = body.status === 415 ? 'media-type' : 'invalid-body';
		fault(what, `${body.message.replace(/\.$/, '')}.`, `${operation.id} takes ${types ?? 'no body'}.`, 'content-type');
		return faults;
	}
	for (const name of undeclaredProperties(operation, body.text, mediaTypeEssence(body.mediaType)))
		fault(
			'undeclared-property',
			`the body has "${name}", which ${operation.id} does not declare.`,
			...hintFor(operation, name),
		);
	const answer = await (await known)({ request: whole, parameters, body, preference: {} });
	for (const violation of 'violations' in answer ? answer.violations : []) {
		// Told by its name above.
		if (/additional propert/i.test(violation.message)) continue;
		if (violation.location === 'path' && [...parameters.values()].some(isPlaceholder)) continue;
		fault(...violationFault(operation, violation));
	}
	return faults;
}

function hintFor({ id }: Operation, name: string): [hint: string, name: string] {
	return [`Correct the name, or declare it for ${id}.`, name];
}

/** What writers put where readers have something of their own. */
function isPlaceholder(text: string): boolean {
	return /^([<{[$:].*|your\b.*|[A-Z]+(_[A-Z]+)+|x{3,}|.*[_-]x{3,}|\.\.\.)$/i.test(text);
}

function violationFault(operation: Operation, { location, path, message }: Violation): Told {
	const missing = /required/i.test(message);
	const name = /['"]([^'"]+)['"]/.exec(message)?.[1] ?? path.split('/').at(-1) ?? '';
	const place = location === 'body' ? `body${path && path !== `/${name}` ? path : ''}` : `${location} parameter`;
	const said = message.startsWith('Request body') ? message : `${place} ${message}`;
	const kind = location === 'body' ? 'property' : 'parameter';
	const hint = missing ? `${operation.id} requires it: send it.` : `See what ${operation.id} declares.`;
	return [
		missing ? `missing-${kind}` : `wrong-${kind}`,
		`${said}.`,
		hint,
		...[name, path.split('/')[1] ?? ''].filter(Boolean),
	];
}

function toRequest({ scheme, host, path, query, headers, body }: CapturedRequest): Request {
	const kept = new Headers();
	for (const [name, value] of headers) kept.append(name, value);
	const url = `${scheme}://${host}${path}${query ? `?${query}` : ''}`;
	// `fetch` forbids bodies to some methods that send one; the operation is known already.
	return new Request(url, {
		method: 'POST',
		headers: kept,
		...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
	});
}
