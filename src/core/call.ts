import { type Credential, credentialsOf } from './credential.ts';
import { isObject } from './document.ts';
import { type Example, isJsonMediaType, type MediaType, type Operation, type Parameter } from './operation.ts';
import { own } from './own.ts';
import { ProblemError } from './problem.ts';
import { flattenSchema, sampleSchema, typeOf } from './sample-schema.ts';
import { suggest } from './suggest.ts';
import type { Task } from './task.ts';
import { isIntegerText, numberValue, scalarText, toValue, type Value } from './value.ts';

/** A parameter with the value that the call gives it. */
export interface Argument {
	parameter: Parameter;
	value: Value;
}

/** The body that the call sends. */
export interface CallBody {
	mediaType: MediaType;
	value: Value;
}

/** A task with every value chosen: what all samples of the task are made of. */
export interface Call {
	task: Task;
	operation: Operation;
	arguments: Argument[];
	body?: CallBody;
	/** Every secret that the request needs, in the order of the security schemes. */
	credentials: Credential[];
}

/** The reader's own values by name: a parameter's, a body property's (`priority.0.name`), or `body` as JSON text. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * Chooses the value of everything the call sends: the reader's own first, then the task's named example,
 * then the document's other examples, then a value sampled from the schema.
 * An optional parameter without an example is left out. Throws a `ProblemError` on an override that names nothing.
 */
export function chooseValues(task: Task, overrides: Overrides = {}): Call {
	const { operation } = task;
	const unused = new Set(Object.keys(overrides));
	const credentials = credentialsOf(operation.auth);
	const secret = new Set(credentials.map((credential) => credential.name));
	for (const name of secret) unused.delete(name);
	const args: Argument[] = [];
	for (const parameter of operation.parameters) {
		const typed = own(overrides, parameter.name);
		unused.delete(parameter.name);
		if (parameter.in === 'path' && secret.has(parameter.name)) {
			args.push({ parameter, value: { kind: 'placeholder', name: parameter.name } });
			continue;
		}
		const value =
			typed === undefined ? parameterValue(task, parameter) : readOverride(operation, parameter.schema, typed);
		if (value) args.push({ parameter, value });
	}
	const body = chooseBody(task, overrides, unused);
	const stray = [...unused].find((name) => name !== 'body');
	if (stray !== undefined) throw new ProblemError(unknownValue(task, stray));
	return { task, operation, arguments: args, ...(body ? { body } : {}), credentials };
}

function parameterValue(task: Task, parameter: Parameter): Value | undefined {
	const stated = pickExample(task, parameter.examples, !parameter.required);
	const value = stated ? toValue(stated.value) : undefined;
	if (parameter.placeholder) {
		return { kind: 'placeholder', name: parameter.name, ...(value ? { value: scalarText(value) } : {}) };
	}
	if (value) return value;
	return parameter.required ? sampleSchema(task.operation.document, parameter.schema, parameter.name) : undefined;
}

/** The example of the task's name; another one only where the task names none or the value is required. */
function pickExample(task: Task, examples: readonly Example[], optional: boolean): Example | undefined {
	if (task.example === undefined) return examples[0];
	return examples.find((example) => example.name === task.example) ?? (optional ? undefined : examples[0]);
}

function chooseBody(task: Task, overrides: Overrides, unused: Set<string>): CallBody | undefined {
	const { body, document } = task.operation;
	const mediaType = body ? preferredMediaType(body.mediaTypes) : undefined;
	if (!body || !mediaType) return undefined;
	const stated = pickExample(task, mediaType.examples, !body.required);
	const typed = own(overrides, 'body');
	let value = typed === undefined ? undefined : parseJsonValue(typed);
	if (typed !== undefined) unused.delete('body');
	if (!value && stated) value = toValue(stated.value);
	if (!value && (body.required || mediaType.examples.length === 0)) {
		value = sampleSchema(document, mediaType.schema ?? {}, 'body');
	}
	for (const name of [...unused]) {
		const [head = '', ...path] = name.split('.');
		const schema = flattenSchema(document, mediaType.schema ?? {});
		const properties = isObject(schema.properties) ? schema.properties : {};
		if (!Object.hasOwn(properties, head)) continue;
		const chosen = readOverride(task.operation, path.length === 0 ? properties[head] : {}, own(overrides, name) ?? '');
		value = setInside(value ?? { kind: 'map', entries: [] }, [head, ...path], chosen);
		unused.delete(name);
	}
	return value ? { mediaType, value } : undefined;
}

/** JSON where the operation takes it, else a form, else what stands first. */
export function preferredMediaType(mediaTypes: readonly MediaType[]): MediaType | undefined {
	return (
		mediaTypes.find((media) => isJsonMediaType(media.name)) ??
		mediaTypes.find((media) => /^application\/x-www-form-urlencoded/i.test(media.name)) ??
		mediaTypes[0]
	);
}

/** Text typed by a reader, as the schema's type says. Text that does not fit its type is kept as text, for the server to judge. */
function readOverride(operation: Operation, schema: unknown, text: string): Value {
	const flattened = flattenSchema(operation.document, schema);
	switch (typeOf(flattened)) {
		case 'integer':
			return isIntegerText(text) ? { kind: 'integer', text } : { kind: 'string', text };
		case 'number':
			return numberValue(text).kind === 'null' ? { kind: 'string', text } : numberValue(text);
		case 'boolean':
			return text === 'true' || text === 'false'
				? { kind: 'boolean', value: text === 'true' }
				: { kind: 'string', text };
		case 'object':
		case 'array':
			return parseJsonValue(text) ?? { kind: 'string', text };
		default:
			return { kind: 'string', text: text.toWellFormed() };
	}
}

/** A value from JSON text, every digit kept; undefined where it is no JSON. */
export function parseJsonValue(text: string): Value | undefined {
	try {
		return reviveValue(JSON.parse(text, keepSource));
	} catch {
		// Not JSON: the caller keeps the text as it is.
		return undefined;
	}
}

/** Marks a number by the text that it was written as. */
class NumberText {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

function keepSource(_name: string, value: unknown, context?: { source?: string }): unknown {
	return typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value;
}

function reviveValue(data: unknown): Value {
	if (data instanceof NumberText) return numberValue(data.text);
	if (Array.isArray(data)) return { kind: 'list', items: data.map(reviveValue) };
	if (isObject(data)) {
		return {
			kind: 'map',
			entries: Object.entries(data).map(([name, item]): [string, Value] => [name, reviveValue(item)]),
		};
	}
	return toValue(data);
}

function setInside(target: Value, [head = '', ...rest]: string[], value: Value): Value {
	if (target.kind === 'list') {
		const items = [...target.items];
		const index = Math.min(Number(head) || 0, items.length);
		items[index] = rest.length > 0 ? setInside(items[index] ?? { kind: 'map', entries: [] }, rest, value) : value;
		return { kind: 'list', items };
	}
	const entries = target.kind === 'map' ? target.entries : [];
	const old = entries.find(([name]) => name === head)?.[1];
	const next = rest.length > 0 ? setInside(old ?? { kind: 'map', entries: [] }, rest, value) : value;
	const replaced = entries.map(([name, item]): [string, Value] => [name, name === head ? next : item]);
	return { kind: 'map', entries: old ? replaced : [...entries, [head, next]] };
}

/** Every name that a value of the operation goes by: its parameters', and its body's properties'. */
export function valueNames(operation: Operation): string[] {
	const secrets = new Set(credentialsOf(operation.auth).map(({ name }) => name));
	const parameters = operation.parameters.map(({ name }) => name).filter((name) => !secrets.has(name));
	const media = operation.body ? preferredMediaType(operation.body.mediaTypes) : undefined;
	const { properties } = media ? flattenSchema(operation.document, media.schema ?? {}) : {};
	return [...parameters, ...(isObject(properties) ? Object.keys(properties) : [])];
}

function unknownValue(task: Task, name: string) {
	return {
		severity: 'error' as const,
		code: 'unknown-value',
		message: `"${name}" is neither a parameter of ${task.id} nor a property of its body.`,
		hint: suggest(name, valueNames(task.operation)),
	};
}
