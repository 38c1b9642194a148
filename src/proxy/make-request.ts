import { type Call, chooseValues } from '../core/call.ts';
import { toHttpCall } from '../core/http-call.ts';
import { type HttpRequest, toHttpRequest } from '../core/http-request.ts';
import { parseJsonValue } from '../core/json-value.ts';
import { own } from '../core/own.ts';
import { fillParts } from '../core/parts.ts';
import { ProblemError } from '../core/problem.ts';
import { encodeComponent, serializePath } from '../core/serialize-parameter.ts';
import type { Task } from '../core/task.ts';
import { someValue } from '../core/value.ts';
import type { Wanted } from './read-wanted.ts';
import { RefusalError } from './refusal.ts';

/** A request as it goes to the API, and its address as it may be shown. */
export interface MadeRequest {
	request: HttpRequest;
	/** The address with `<name>` in place of every credential. */
	shownUrl: string;
	/** The credentials that stand in it, by name. */
	secrets: Readonly<Record<string, string>>;
}

/**
 * Makes the request that a reader wants, as samples make it, from the document alone. Throws a `RefusalError` where the
 * server is none of the operation's, or something is missing, unknown or cannot be sent.
 */
export function makeRequest(task: Task, wanted: Wanted): MadeRequest {
	if (!task.operation.servers.includes(wanted.server)) {
		throw new RefusalError(
			'unknown-server',
			`${task.id} has no such server.`,
			`Choose one of ${task.operation.servers.join(', ')}.`,
		);
	}
	try {
		return make(task, wanted);
	} catch (error) {
		if (error instanceof ProblemError) throw asRefusal(error);
		// Values that are nested thousands deep end the recursion over them, and nothing else does.
		if (!(error instanceof RangeError)) throw error;
		throw new RefusalError('unsendable', 'A value is nested too deeply.', 'Send one that is nested less.');
	}
}

function make(task: Task, { server, values, credentials }: Wanted): MadeRequest {
	refuseBrokenBody(task, values.body);
	const call = chooseValues(task, values);
	const names = call.credentials.map(({ name }) => name);
	refuseGaps(
		task,
		'missing-credential',
		names.filter((name) => own(credentials, name) === undefined),
	);
	const secrets = Object.fromEntries(names.map((name) => [name, own(credentials, name) ?? '']));
	refuseGaps(task, 'missing-value', missingValues(call, secrets));
	const http = toHttpCall(call, server);
	const marks = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
	const shownUrl = names.reduce(
		(url, name) => url.replaceAll(encodeComponent(`<${name}>`), `<${name}>`),
		toHttpRequest(http, marks).url,
	);
	const request = toHttpRequest(http, secrets);
	refuseFiles(request);
	return { request, shownUrl, secrets };
}

/** The proxy is sent values, and no files with them. */
function refuseFiles({ body }: HttpRequest): void {
	if (!body?.parts && body?.file === undefined) return;
	throw new RefusalError(
		'unsendable',
		'The proxy sends no files and no forms of several parts.',
		'Copy the request as cURL and run it in a terminal.',
	);
}

/** A body that is no JSON would otherwise give way to the example, and something else be sent than was typed. */
function refuseBrokenBody({ id, operation }: Task, body: string | null | undefined): void {
	if (typeof body !== 'string' || (!operation.body && operation.parameters.some(({ name }) => name === 'body'))) return;
	if (!operation.body) throw new RefusalError('unknown-value', `${id} takes no body.`, 'Leave the body out.');
	if (parseJsonValue(body)) return;
	throw new RefusalError('unsendable', 'The body is no JSON.', 'Correct the body; text stands in double quotes.');
}

/** What only the reader has and did not give: in the path an empty text counts, for it would name something else. */
function missingValues(call: Call, secrets: Readonly<Record<string, string>>): string[] {
	const names = new Set(Object.keys(secrets));
	const missing = call.arguments.filter((argument) => {
		const { parameter, value } = argument;
		if (parameter.in === 'path') {
			const text = fillParts(serializePath(argument, names), secrets);
			if (text === '') return true;
		}
		return someValue(value, (part) => part.kind === 'placeholder' && !names.has(part.name));
	});
	const inBody: string[] = [];
	if (call.body) {
		someValue(call.body.value, (part) => {
			if (part.kind === 'placeholder') inBody.push(part.name);
			return false;
		});
	}
	return [...missing.map(({ parameter }) => parameter.name), ...inBody];
}

function refuseGaps({ id }: Task, code: 'missing-value' | 'missing-credential', names: readonly string[]): void {
	if (names.length === 0) return;
	const list = names.map((name) => `"${name}"`).join(', ');
	throw new RefusalError(code, `${id} needs ${list}.`, `Fill in ${list}, and send again.`);
}

function asRefusal({ problem }: ProblemError): RefusalError {
	const code = problem.code === 'unknown-value' ? 'unknown-value' : 'unsendable';
	return new RefusalError(code, problem.message, problem.hint ?? 'Correct it, and send again.');
}
