import { chooseValues } from '../../../core/call.ts';
import type { Overrides } from '../../../core/overrides.ts';
import { own } from '../../../core/own.ts';
import type { Task } from '../../../core/task.ts';
import { toJsonText, type Value } from '../../../core/value.ts';
import { mockCredential } from '../send/mock-credentials.ts';
import type { Target } from '../send/target.ts';
import type { PageValues } from '../values/page-values.ts';
import { type Field, readFields } from './fields.ts';

/** The text that a field shows: what was typed, else what the reader keeps, else what works with the target. */
export function fieldText(field: Field, values: PageValues, target: Target, body: Value | undefined): string {
	const { typed, kept } = values;
	if (Object.hasOwn(typed, field.name)) return typed[field.name] ?? '';
	if (field.place === 'body' && Object.hasOwn(typed, 'body')) return bodyText(field, body);
	const isMock = target.way === 'mock';
	if (field.place === 'credential') return isMock ? mockCredential(field.name) : (own(kept.values, field.name) ?? '');
	if (!field.placeholder) return field.initial ?? '';
	return own(kept.values, field.name) ?? (isMock ? (field.initial ?? '') : '');
}

/** A field's part of a body that was written as a whole. */
function bodyText(field: Field, body: Value | undefined): string {
	if (field.name === 'body') return body ? toJsonText(body, 2) : '';
	const value = body?.kind === 'map' ? body.entries.find(([name]) => name === field.label)?.[1] : undefined;
	if (!value) return '';
	return value.kind === 'string' ? value.text : toJsonText(value, 2);
}

/** The values to send: every field's text that is not simply the sample's own; `null` for what is empty. */
export function toOverrides(fields: readonly Field[], values: PageValues, textOf: (field: Field) => string): Overrides {
	const { typed } = values;
	const said = fields
		.filter(({ name, place, placeholder }) => place !== 'credential' && (placeholder || Object.hasOwn(typed, name)))
		.map((field): [string, string | null] => [field.name, textOf(field) || null]);
	return Object.fromEntries(Object.hasOwn(typed, 'body') ? [['body', typed.body ?? null], ...said] : said);
}

/** What the form holds when a named example of the operation is taken. */
export function exampleValues(task: Task, example: string): Overrides {
	const own = new Map(readFields({ ...task, example }).map((field) => [field.name, field.initial]));
	return Object.fromEntries(
		readFields(task)
			.filter(({ place, initial, name }) => place !== 'credential' && own.get(name) !== initial)
			.map(({ name }): [string, string | null] => [name, own.get(name) ?? null]),
	);
}

/** The names of the examples that an operation has, each once, in the document's order. */
export function exampleNames({ operation }: Task): { name: string; summary?: string }[] {
	const all = [
		...operation.parameters.flatMap(({ examples }) => examples),
		...(operation.body?.mediaTypes ?? []).flatMap(({ examples }) => examples),
	];
	return [...new Map(all.map(({ name, summary }) => [name, { name, ...(summary ? { summary } : {}) }])).values()];
}

/** The body as the form's values make it. */
export function currentBody(task: Task, typed: Overrides): Value | undefined {
	return chooseValues(task, withoutCredentials(task, typed)).body?.value;
}

function withoutCredentials(task: Task, typed: Overrides): Overrides {
	const secrets = new Set(
		readFields(task)
			.filter(({ place }) => place === 'credential')
			.map(({ name }) => name),
	);
	return Object.fromEntries(Object.entries(typed).filter(([name]) => !secrets.has(name)));
}
