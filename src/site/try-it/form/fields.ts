import { type Call, chooseValues, preferredMediaType } from '../../../core/call.ts';
import { asList, asObject, asText, type Document, type Json } from '../../../core/document.ts';
import { isTextMediaType } from '../../../core/media-type.ts';
import { isJsonMediaType, type MediaType, type Operation, type Parameter } from '../../../core/operation.ts';
import { flattenSchema, typeOf } from '../../../core/sample-schema.ts';
import type { Task } from '../../../core/task.ts';
import { scalarText, toJsonText, toValue, type Value } from '../../../core/value.ts';

/** Where a field's value goes. */
export type FieldPlace = 'credential' | Parameter['in'] | 'body';

/** How a field is filled in; `json` is what takes more than a line: lists and objects. */
export type FieldInput = 'text' | 'secret' | 'integer' | 'number' | 'choice' | 'date' | 'json' | 'file';

/** One value that a form asks for. */
export interface Field {
	/** Its name among the overrides; a credential's own name. */
	name: string;
	/** What the document calls it. */
	label: string;
	place: FieldPlace;
	input: FieldInput;
	/** The type as readers see it: `integer`, `date-time`. */
	type: string;
	required: boolean;
	deprecated: boolean;
	description?: string;
	/** Takes several files. */
	multiple?: boolean;
	/** What a choice offers. */
	options?: string[];
	/** The value that the sample has while the reader says nothing; absent where it has none. */
	initial?: string;
	/** It names something of the reader's own: samples show `<name>`, and `initial` is a value that the mock knows. */
	placeholder: boolean;
	schema: Json;
}

/** The fields of a task: its credentials, its parameters in the order of the document, and the properties of its body. */
export function readFields(task: Task): Field[] {
	const { operation } = task;
	const call = chooseValues(task);
	const secrets = new Set(call.credentials.map(({ name }) => name));
	const names = [...operation.parameters.map(({ name }) => name), ...bodyProperties(operation).map(([name]) => name)];
	const nameOf = (place: string, name: string) =>
		names.indexOf(name) === names.lastIndexOf(name) && name !== 'body' ? name : `${place}.${name}`;
	return [
		...call.credentials.map(
			({ name, description }, index): Field => ({
				name,
				label: name,
				place: 'credential',
				input: isPublic(operation, name) ? 'text' : 'secret',
				type: index === 0 ? 'credential' : 'secret',
				required: true,
				deprecated: false,
				...(description ? { description } : {}),
				placeholder: true,
				schema: {},
			}),
		),
		...operation.parameters
			.filter(({ name, in: place }) => place !== 'path' || !secrets.has(name))
			.map((parameter) => parameterField(call, parameter, nameOf(parameter.in, parameter.name))),
		...bodyFields(call, nameOf),
	];
}

/** Whether a credential only says who the reader is, as the user name of Basic authentication does. */
function isPublic(operation: Operation, name: string): boolean {
	return operation.auth.some((way) => way.kind === 'basic' && way.username.name === name);
}

function parameterField(call: Call, parameter: Parameter, name: string): Field {
	const value = call.arguments.find((argument) => argument.parameter === parameter)?.value;
	const initial = value && initialText(value);
	return {
		name,
		label: parameter.name,
		place: parameter.in,
		required: parameter.required,
		deprecated: parameter.deprecated,
		...(parameter.description ? { description: parameter.description } : {}),
		...(initial === undefined ? {} : { initial }),
		placeholder: value?.kind === 'placeholder',
		...inputOf(flattenSchema(call.operation.document, parameter.schema)),
	};
}

function bodyFields(call: Call, nameOf: (place: string, name: string) => string): Field[] {
	const { operation } = call;
	const media = bodyMediaType(operation);
	if (!media) return [];
	const schema = flattenSchema(operation.document, media.schema ?? {});
	const required = new Set(asList(schema.required));
	const properties = bodyProperties(operation);
	const value = call.body?.value;
	if (properties.length === 0) {
		const initial = value && initialText(value);
		return [
			{
				name: 'body',
				label: 'body',
				place: 'body',
				required: operation.body?.required ?? false,
				deprecated: false,
				...(initial === undefined ? {} : { initial }),
				placeholder: false,
				...inputOf(schema),
				...wholeBodyInput(media.name),
			},
		];
	}
	const entries = new Map(value?.kind === 'map' ? value.entries : []);
	return properties.map(([name, property]): Field => {
		const flattened = flattenSchema(operation.document, property);
		const own = entries.get(name);
		const initial = own && initialText(own);
		const description = asText(flattened.description);
		return {
			name: nameOf('body', name),
			label: name,
			place: 'body',
			required: required.has(name),
			deprecated: flattened.deprecated === true,
			...(description ? { description } : {}),
			...(initial === undefined ? {} : { initial }),
			placeholder: own?.kind === 'placeholder',
			...inputOf(flattened),
			...filesInput(operation.document, media, flattened),
		};
	});
}

function wholeBodyInput(mediaType: string): Partial<Field> {
	if (isJsonMediaType(mediaType)) return { input: 'json' };
	return isTextMediaType(mediaType) ? {} : { input: 'file', type: 'file' };
}

/** A list of files, as a form of several parts takes it. */
function filesInput(document: Document, media: MediaType, schema: Json): Partial<Field> {
	if (!/^multipart\//i.test(media.name) || typeOf(schema) !== 'array') return {};
	const items = flattenSchema(document, schema.items ?? {});
	return items.format === 'binary' ? { input: 'file', type: 'files', multiple: true } : {};
}

/** The media type that the form's body is written in. */
export function bodyMediaType(operation: Operation): MediaType | undefined {
	return operation.body ? preferredMediaType(operation.body.mediaTypes) : undefined;
}

function bodyProperties(operation: Operation): [name: string, schema: unknown][] {
	const media = bodyMediaType(operation);
	const schema = media ? flattenSchema(operation.document, media.schema ?? {}) : {};
	return Object.entries(asObject(schema.properties)).filter(
		([, property]) => operation.document.resolve(property).readOnly !== true,
	);
}

/** A value as a field holds it; a placeholder's working value, and nothing where it has none. */
function initialText(value: Value): string | undefined {
	if (value.kind === 'placeholder') return value.value;
	return value.kind === 'list' || value.kind === 'map' ? toJsonText(value, 2) : scalarText(value);
}

function inputOf(schema: Json): Pick<Field, 'input' | 'type' | 'options' | 'schema'> {
	const type = typeOf(schema) ?? 'any';
	const format = asText(schema.format);
	const named = { type: format ?? type, schema };
	const offered = asList(schema.enum).map((option) => scalarText(toValue(option)));
	if (offered.length > 0) return { ...named, type, input: 'choice', options: offered };
	if (type === 'boolean') return { ...named, input: 'choice', options: ['true', 'false'] };
	if (type === 'integer' || type === 'number') return { ...named, type, input: type };
	if (type === 'array' || type === 'object') return { ...named, type, input: 'json' };
	if (format === 'binary' || schema.contentMediaType !== undefined) return { ...named, input: 'file' };
	if (format === 'password') return { ...named, input: 'secret' };
	return { ...named, input: format === 'date' ? 'date' : 'text' };
}
