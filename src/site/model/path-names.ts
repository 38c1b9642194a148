import { words } from '../../core/casing.ts';
import type { Task } from '../../core/task.ts';

/** The last part of each task's address, in kebab case, by the task's id; names that would meet get a number. */
export function pathNames(tasks: readonly Task[]): Map<string, string> {
	// The API's other pages.
	const taken = new Set(['changes']);
	return new Map(
		tasks.map(({ id }) => {
			const plain = words(id).join('-') || 'operation';
			let name = plain;
			for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`;
			taken.add(name);
			return [id, name];
		}),
	);
}
