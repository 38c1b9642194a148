import { isObject, type Json } from '../core/document.ts';
import type { Overrides } from '../core/overrides.ts';
import { RefusalError } from './refusal.ts';

/** What a reader wants sent. No address is in it: the server is one of the operation's own, word for word. */
export interface Wanted {
	api: string;
	task: string;
	server: string;
	/** The reader's values by name, as `chooseValues` takes them; null leaves a value out. */
	values: Overrides;
	/** Credentials by name. */
	credentials: Readonly<Record<string, string>>;
}

/** How long a name may be, in characters, and how many values a request may hold; no document comes near. */
const LONGEST_NAME = 200;
const MOST_VALUES = 500;

/** Reads the JSON that asks for a request. Throws a `RefusalError`, which repeats nothing of the text. */
export function readWanted(text: string): Wanted {
	const data = parse(text);
	const { api, task, server, values, credentials } = isObject(data) ? data : {};
	if (typeof api !== 'string' || typeof task !== 'string' || typeof server !== 'string') {
		throw malformed('"api", "task" and "server" have to be texts.');
	}
	if (!isRecord(values, (value) => typeof value === 'string' || value === null)) {
		throw malformed(`"values" has to be an object of at most ${MOST_VALUES} texts.`);
	}
	if (!isRecord(credentials, (value) => typeof value === 'string')) {
		throw malformed(`"credentials" has to be an object of at most ${MOST_VALUES} texts.`);
	}
	return { api, task, server, values: values as Overrides, credentials: credentials as Wanted['credentials'] };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// What the parser says repeats a part of the text, which may be a secret.
		throw malformed('The body is no JSON.');
	}
}

function isRecord(data: unknown, fits: (value: unknown) => boolean): data is Json {
	if (!isObject(data)) return false;
	const entries = Object.entries(data);
	return entries.length <= MOST_VALUES && entries.every(([name, value]) => name.length <= LONGEST_NAME && fits(value));
}

function malformed(message: string): RefusalError {
	const hint = 'Reload the page and send again; a program sends { api, task, server, values, credentials }.';
	return new RefusalError('bad-request', message, hint);
}
