import { type Credential, credentialsOf } from './credential.ts';
import { isObject } from './document.ts';
import { parseJsonValue } from './json-value.ts';
import { isJsonLinesMediaType, isXmlMediaType, mediaTypeEssence } from './media-type.ts';
import { type Example, isJsonMediaType, type MediaType, type Operation, type Parameter } from './operation.ts';
import { type Overrides, overrideProperties, typedValue } from './overrides.ts';
import { own } from './own.ts';
import { ProblemError } from './problem.ts';
import { flattenSchema, sampleSchema } from './sample-schema.ts';
import { suggest } from './suggest.ts';
import type { Task } from './task.ts';
import { scalarText, toValue, type Value } from './value.ts';
import { withoutReadOnly } from './without-read-only.ts';

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
		const name = Object.hasOwn(overrides, `${parameter.in}.${parameter.name}`)
			? `${parameter.in}.${parameter.name}`
			: parameter.name;
		const typed = own(overrides, name);
		unused.delete(name);
		if (parameter.in === 'path' && secret.has(parameter.name)) {
			args.push({ parameter, value: { kind: 'placeholder', name: parameter.name } });
			continue;
		}
		const value = typed === undefined ? parameterValue(task, parameter) : typedValue(operation, parameter, typed);
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
	let value = typeof typed === 'string' ? typedBody(mediaType, typed) : undefined;
	if (typed !== undefined) unused.delete('body');
	if (!value && stated && typed !== null)
		value = withoutReadOnly(document, mediaType.schema ?? {}, toValue(stated.value));
	if (!value && (body.required || (typed !== null && mediaType.examples.length === 0))) {
		value = sampleSchema(document, mediaType.schema ?? {}, 'body');
	}
	if (unused.size > 0) value = overrideProperties(task.operation, mediaType, value, overrides, unused);
	return value ? { mediaType, value } : undefined;
}

/** What a reader typed for the whole body: JSON where values are written as one, else the text itself. */
function typedBody({ name }: MediaType, text: string): Value | undefined {
	const isStructured = isJsonMediaType(name) || isJsonLinesMediaType(name) || /form/i.test(mediaTypeEssence(name));
	const asText: Value = { kind: 'string', text: text.toWellFormed() };
	if (isStructured) return parseJsonValue(text);
	return isXmlMediaType(name) ? (parseJsonValue(text) ?? asText) : asText;
}

/** JSON where the operation takes it, else a form, else what stands first. */
export function preferredMediaType(mediaTypes: readonly MediaType[]): MediaType | undefined {
	return (
		mediaTypes.find((media) => isJsonMediaType(media.name)) ??
		mediaTypes.find((media) => /^application\/x-www-form-urlencoded/i.test(media.name)) ??
		mediaTypes[0]
	);
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
