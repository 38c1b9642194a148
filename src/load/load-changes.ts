import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, pointerTo } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';
import type { Task } from '../core/task.ts';
import { readSourceFile } from './source-file.ts';

/** One entry of an API's history. */
export interface Change {
	/** `2025-11-24`. */
	date: string;
	title: string;
	/** Markdown. */
	description?: string;
	/** What it touches. */
	tasks: Task[];
}

/** Reads `changelog.yaml`, newest first; an API without one has no history. */
export function loadChanges(folder: string, tasks: readonly Task[]): { changes: Change[]; problems: Problem[] } {
	const file = join(folder, 'changelog.yaml');
	if (!existsSync(file)) return { changes: [], problems: [] };
	const source = readSourceFile(file);
	const problems = [...source.problems];
	const changes = asList(asObject(source.data).changes).flatMap((node, index): Change[] => {
		const change = asObject(node);
		const pointer = pointerTo('/changes', index);
		const complain = (message: string, hint: string) =>
			problems.push({
				severity: 'error',
				code: 'bad-change',
				message,
				hint,
				pointer,
				place: source.locate(pointer),
			});
		const date = asText(change.date) ?? '';
		const title = asText(change.title);
		const description = asText(change.description);
		const ids = asList(change.operations).map(String);
		const known = tasks.map(({ id }) => id);
		for (const id of ids) if (!known.includes(id)) complain(`There is no operation "${id}".`, suggest(id, known));
		if (!isDate(date)) complain(`"${date}" is no date.`, 'Write it as 2025-11-24.');
		if (!title) complain('A change needs a title.', 'Say in a few words what changed.');
		if (!isDate(date) || !title) return [];
		return [
			{ date, title, ...(description ? { description } : {}), tasks: tasks.filter(({ id }) => ids.includes(id)) },
		];
	});
	return { changes: changes.sort((a, b) => b.date.localeCompare(a.date)), problems };
}

function isDate(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(time || 0).toISOString().startsWith(text);
}
