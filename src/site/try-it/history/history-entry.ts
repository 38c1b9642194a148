import { credentialsOf } from '../../../core/credential.ts';
import { asList, asObject, isObject, type Json } from '../../../core/document.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Overrides } from '../../../core/overrides.ts';
import { own } from '../../../core/own.ts';
import type { Exchange, Way } from '../send/exchange.ts';

/** What the history keeps of a request: enough to send it again, and nothing that proves who sent it. */
export interface HistoryEntry {
	id: string;
	/** Milliseconds since 1970. */
	sentAt: number;
	api: string;
	task: string;
	/** The path of the page that sent it. */
	page: string;
	method: string;
	/** The path with the reader's values in place, but for credentials. */
	path: string;
	way: Way;
	values: Overrides;
	/** Of the answer; absent where none came. */
	status?: number;
	/** The code of the failure, where it failed. */
	failure?: string;
}

/** A request as the form knows it. */
export interface SentRequest {
	api: string;
	task: string;
	/** The path of the page that sends it. */
	page: string;
	operation: Operation;
	values: Overrides;
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
	const isSecret = secretTest(operation);
	const secrets = Object.values(sent.credentials).filter((secret) => secret !== '');
	const tells = (value: string) =>
		secrets.some((secret) => (secret.length < TELLING ? value === secret : value.includes(secret)));
	const kept = Object.entries(sent.values).filter(
		([name, value]) => !isSecret(name, value ?? '') && !tells(value ?? ''),
	);
	const values: Overrides = Object.fromEntries(kept);
	const filled = (whole: string, name: string) => own(values, `path.${name}`) || own(values, name) || whole;
	return {
		id,
		sentAt,
		api,
		task,
		page: sent.page,
		method: operation.method,
		path: operation.path.replace(/\{([^}]+)\}/g, filled),
		way: outgoing.way,
		values,
		...(received ? { status: received.status } : {}),
		...(failure ? { failure: failure.code } : {}),
	};
}

/**
 * Tells of a value and its name, as in `Overrides`, whether it is a secret or may hold one: where a schema has a secret
 * anywhere inside, text of JSON may.
 */
function secretTest({ auth, parameters, body, document }: Operation): (name: string, value: string) => boolean {
	const secret = new Set<string>();
	const seen = new Set<Json>();
	function look(schema: unknown, name: string): void {
		const node = document.resolve(schema);
		if (node.format === 'password' || node.writeOnly === true) secret.add(name);
		if (seen.has(node)) return;
		seen.add(node);
		const parts = [node.allOf, node.oneOf, node.anyOf, [node.items, node.additionalProperties]].flatMap(asList);
		for (const part of parts) if (isObject(part)) look(part, name);
		for (const [key, property] of Object.entries(asObject(node.properties))) look(property, key);
	}
	for (const { name, schema } of parameters) look(schema, name);
	for (const { schema } of body?.mediaTypes ?? []) look(schema, 'body');
	const isHolder = secret.size > 0;
	for (const { name, in: place } of parameters) if (place === 'cookie') secret.add(name);
	for (const { name } of credentialsOf(auth)) secret.add(name);
	for (const way of auth) if (way.kind === 'apiKey') secret.add(way.name);
	return (name, value) => {
		const steps = name.split('.');
		const isNamed = secret.has(name) || steps.some((step) => secret.has(step) || PROVES.test(step));
		return isNamed || steps[0] === 'cookie' || (isHolder && /^\s*[{[]/.test(value));
	};
}
