import { credentialsOf } from '../../core/credential.ts';
import { asList, asObject, type Document, type Json } from '../../core/document.ts';
import type { Operation, Parameter } from '../../core/operation.ts';
import type { Exchange, Way } from './exchange.ts';

/** What the history keeps of a request: enough to send it again, and nothing that proves who sent it. */
export interface HistoryEntry {
	id: string;
	/** Milliseconds since 1970. */
	sentAt: number;
	api: string;
	task: string;
	method: string;
	/** The path with the reader's values in place, but for credentials. */
	path: string;
	way: Way;
	/** The reader's values by name; see `Overrides`. */
	values: Readonly<Record<string, string | null>>;
	/** Of the answer; absent where none came. */
	status?: number;
	/** The code of the failure, where it failed. */
	failure?: string;
}

/** A request as the form knows it. */
export interface SentRequest {
	api: string;
	task: string;
	operation: Operation;
	values: Readonly<Record<string, string | null>>;
	/** The credentials that went along, by name. */
	credentials: Readonly<Record<string, string>>;
}

/** How long a secret is at least, to be looked for inside other values. */
const TELLING = 4;
const PROVES = /^((proxy-)?authorization|cookie)$/i;

/**
 * The entry of an exchange. Left out are the values of credentials, of headers that prove who asks, of everything that
 * the document calls a password or write-only, and whatever holds one of the secrets that were sent.
 */
export function historyEntry({ id, sentAt, outgoing, received, failure }: Exchange, sent: SentRequest): HistoryEntry {
	const { api, task, operation } = sent;
	const hidden = secretNames(operation);
	const secrets = Object.values(sent.credentials).filter((secret) => secret !== '');
	const tells = (value: string) =>
		secrets.some((secret) => (secret.length < TELLING ? value === secret : value.includes(secret)));
	const kept = Object.entries(sent.values).filter(
		([name, value]) => !hidden.has(name) && !PROVES.test(name) && !(value !== null && tells(value)),
	);
	const values = Object.fromEntries(kept);
	return {
		id,
		sentAt,
		api,
		task,
		method: operation.method,
		path: operation.path.replace(
			/\{([^}]+)\}/g,
			(whole, name) => (Object.hasOwn(values, name) && values[name]) || whole,
		),
		way: outgoing.way,
		values,
		...(received ? { status: received.status } : {}),
		...(failure ? { failure: failure.code } : {}),
	};
}

function secretNames({ auth, parameters, body, document }: Operation): ReadonlySet<string> {
	const isSecret = (schema: unknown) => {
		return schemaParts(document, schema).some(({ format, writeOnly }) => format === 'password' || writeOnly === true);
	};
	const proves = ({ in: place, schema }: Parameter) => place === 'cookie' || isSecret(schema);
	const inBody = (body?.mediaTypes ?? []).flatMap(({ schema }) => {
		const named = schemaParts(document, schema).flatMap(({ properties }) => Object.entries(asObject(properties)));
		const secret = named.filter(([, property]) => isSecret(property)).map(([name]) => name);
		return secret.length > 0 ? [...secret, 'body'] : [];
	});
	const keys = auth.flatMap((way) => (way.kind === 'apiKey' ? [way.name] : []));
	const credentials = credentialsOf(auth).map(({ name }) => name);
	return new Set([...credentials, ...keys, ...parameters.filter(proves).map(({ name }) => name), ...inBody]);
}

/** A schema and everything that it is put together from, as far as anybody nests that. */
function schemaParts(document: Document, schema: unknown, depth = 0): Json[] {
	const resolved = document.resolve(schema);
	const parts = [resolved.allOf, resolved.oneOf, resolved.anyOf].flatMap(asList);
	return [resolved, ...(depth < 5 ? parts.flatMap((part) => schemaParts(document, part, depth + 1)) : [])];
}
