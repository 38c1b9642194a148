import { asList } from './document.ts';
import type { Operation } from './operation.ts';

/** An operation with a chosen example: what one page and one group of samples show. */
export interface Task {
	/** The operationId, or the id of an added task. */
	id: string;
	operation: Operation;
	/** The named example that its values come from; absent where the first of each is taken. */
	example?: string;
	title: string;
	description?: string;
	/** The ids that it had before: addresses made of them lead to its page. */
	formerly: string[];
}

/** A task that a binding file adds to an operation. */
export interface AddedTask {
	operation: string;
	example?: string;
	title?: string;
	description?: string;
	formerly?: string[];
}

/** Every task of an API: each operation, followed by the tasks added to it. */
export function listTasks(operations: readonly Operation[], added: Readonly<Record<string, AddedTask>> = {}): Task[] {
	return operations.flatMap((operation) => [
		ownTask(operation),
		...Object.entries(added)
			.filter(([, task]) => task.operation === operation.id)
			.map(
				([id, task]): Task => ({
					id,
					operation,
					formerly: task.formerly ?? [],
					...(task.example ? { example: task.example } : {}),
					title: task.title ?? operation.title,
					...((task.description ?? operation.description)
						? { description: task.description ?? operation.description }
						: {}),
				}),
			),
	]);
}

function ownTask(operation: Operation): Task {
	return {
		id: operation.id,
		operation,
		formerly: asList(operation.source['x-formerly']).filter((name) => typeof name === 'string'),
		title: operation.title,
		...(operation.description ? { description: operation.description } : {}),
	};
}
