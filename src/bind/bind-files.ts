import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Task } from '../core/task.ts';
import { addBindings, beginSdk } from './add-bindings.ts';
import { guessBinding } from './guess-binding.ts';

/** A file as it will be, and the tasks whose bindings are new in it. */
export interface PlannedFile {
	file: string;
	text: string;
	/** Absent where there is no file yet. */
	before?: string;
	added: string[];
}

/** Where editors find a schema, from a file's folder; undefined where it is not below the folder one works in. */
export function schemaFrom(folder: string, schema: 'sdk' | 'profile'): string | undefined {
	const file = join(import.meta.dirname, `../load/schemas/${schema}.schema.json`);
	const below = relative(process.cwd(), file);
	return below.startsWith('..') ? undefined : relative(folder, file);
}

/** What `sdk.yaml` is to hold: all that it holds, and a binding for each task that has none. Undefined where nothing can be added. */
export function planSdkFile(
	folder: string,
	{
		name,
		openapi,
		tasks,
		bound,
	}: { name: string; openapi: string; tasks: readonly Task[]; bound: ReadonlySet<string> },
): PlannedFile | undefined {
	const file = join(folder, 'sdk.yaml');
	const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	const lacking = tasks.filter(({ id }) => !bound.has(id));
	const begun = before ?? beginSdk(name, relative(folder, openapi).replace(/^(?!\.)/, './'), schemaFrom(folder, 'sdk'));
	const text = addBindings(begun, new Map(lacking.map((task) => [task.id, guessBinding(task)])));
	if (text === undefined) return undefined;
	return { file, text, ...(before === undefined ? {} : { before }), added: lacking.map(({ id }) => id) };
}
