import type { Sdk, SdkProfile, TypeSpec } from './binding.ts';
import { createDocument } from './document.ts';
import { type DocumentSlice, sliceDocument } from './document-slice.ts';
import { own } from './own.ts';
import { readOperations } from './read-operations.ts';
import type { Api } from './sample.ts';
import { numberFromSource } from './source-number.ts';
import { listTasks, type Task } from './task.ts';

/** The part of an API that the samples and the form of one task are made from: plain data, which a page can load. */
export interface ApiSlice {
	name: string;
	/** The task's id. */
	task: string;
	document: DocumentSlice;
	sdk?: Omit<Sdk, 'place'>;
	profiles: Omit<SdkProfile, 'place'>[];
}

/** Cuts an API down to one task. Its size depends on the task, not on the API. */
export function sliceApi(api: Api, task: Task): ApiSlice {
	const types = typesOf(api, task);
	const ids = new Set([task.id, ...types.map(([, { obtain }]) => obtain)]);
	// Nearly every task stands for itself; then nothing is looked for in the whole API.
	const tasks = ids.size === 1 ? [task] : api.tasks.filter(({ id }) => ids.has(id));
	const operations = new Set(tasks.map(({ operation }) => operation));
	const among = <Item>(items: Readonly<Record<string, Item>>) =>
		Object.fromEntries(Object.entries(items).filter(([id]) => ids.has(id)));
	const slice: ApiSlice = {
		name: api.name,
		task: task.id,
		document: sliceDocument(task.operation.document, [...operations]),
		profiles: [],
	};
	if (!api.sdk) return slice;
	const { place: _, ...sdk } = api.sdk;
	return {
		...slice,
		sdk: { ...sdk, types: Object.fromEntries(types), tasks: among(sdk.tasks), bindings: among(sdk.bindings) },
		profiles: [...api.profiles.values()].map(({ place: _, ...profile }) => {
			const bindings = among(profile.bindings);
			return { ...profile, bindings, types: namedTypes(profile.types, [bindings, among(sdk.bindings)]) };
		}),
	};
}

/** The slice as JSON, every digit of its numbers kept. */
export function sliceText(slice: ApiSlice): string {
	return JSON.stringify(slice);
}

/** Reads a slice's JSON; the inverse of `sliceText`. */
export function parseSlice(text: string): ApiSlice {
	return JSON.parse(text, (_name: string, value: unknown, context?: { source?: string }) =>
		typeof value === 'number' && context?.source !== undefined ? numberFromSource(context.source) : value,
	) as ApiSlice;
}

/** An API of one task, made of its slice, and the task. */
export function openSlice(slice: ApiSlice): { api: Api; task: Task } {
	const { root, file, others } = slice.document;
	const document = createDocument({ root, file, others: new Map(Object.entries(others)) });
	const place = () => undefined;
	const api: Api = {
		name: slice.name,
		tasks: listTasks(readOperations(document), slice.sdk?.tasks),
		...(slice.sdk ? { sdk: { ...slice.sdk, place } } : {}),
		profiles: new Map(slice.profiles.map((profile) => [profile.language, { ...profile, place }])),
	};
	const task = api.tasks.find(({ id }) => id === slice.task);
	if (!task) throw new RangeError(`the slice has no task "${slice.task}"`);
	return { api, task };
}

/** The types that a task's bindings are made on, in any language and style. */
function typesOf(api: Api, task: Task): [string, Sdk['types'][string]][] {
	const bindings = [api.sdk?.bindings ?? {}, ...[...api.profiles.values()].map((profile) => profile.bindings)]
		.map((all) => own(all, task.id))
		.filter((binding) => binding !== undefined);
	const names = new Set(
		bindings.flatMap((binding) => [binding.on, ...Object.values(binding.styles ?? {}).map(({ on }) => on)]),
	);
	return Object.entries(api.sdk?.types ?? {}).filter(([name]) => names.has(name));
}

/** The structured types that bindings name, and those which these are made of. */
function namedTypes(types: Readonly<Record<string, TypeSpec>>, bindings: unknown): Record<string, TypeSpec> {
	const kept: Record<string, TypeSpec> = {};
	const note = (text: string) => {
		const name = text.replace(/\[\]$/, '');
		const type = own(types, name);
		if (!type || Object.hasOwn(kept, name)) return;
		kept[name] = type;
		for (const field of Object.values(type.fields ?? {})) note(field.type ?? '');
	};
	const walk = (node: unknown): void => {
		if (typeof node === 'string') note(node);
		else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
	};
	walk(bindings);
	return kept;
}
