import { credentialsOf } from '../../core/credential.ts';
import { asObject } from '../../core/document.ts';
import type { Operation, Parameter } from '../../core/operation.ts';
import { flattenSchema } from '../../core/sample-schema.ts';
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
		([name, value]) => !hidden.has(name) && !(value !== null && tells(value)),
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
		const { format, writeOnly } = flattenSchema(document, schema ?? {});
		return format === 'password' || writeOnly === true;
	};
	const proves = ({ in: place, name, schema }: Parameter) =>
		(place === 'header' && PROVES.test(name)) || place === 'cookie' || isSecret(schema);
	const inBody = (body?.mediaTypes ?? []).flatMap(({ schema }) => {
		const named = Object.entries(asObject(flattenSchema(document, schema ?? {}).properties));
		const secret = named.filter(([, property]) => isSecret(property)).map(([name]) => name);
		return secret.length > 0 ? [...secret, 'body'] : [];
	});
	const keys = auth.flatMap((way) => (way.kind === 'apiKey' ? [way.name] : []));
	const credentials = credentialsOf(auth).map(({ name }) => name);
	return new Set([...credentials, ...keys, ...parameters.filter(proves).map(({ name }) => name), ...inBody]);
}
