import { words } from '../../core/casing.ts';
import type { Task } from '../../core/task.ts';

/** The last part of the address that each former id of a task had. */
export function formerPaths({ formerly }: Task): string[] {
	return formerly.map((id) => words(id).join('-'));
}
