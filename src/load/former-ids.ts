import type { Sdk } from '../core/binding.ts';
import { words } from '../core/casing.ts';
import { type Document, pointerTo } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import type { Task } from '../core/task.ts';

/**
 * What is wrong with the ids that tasks had before (`x-formerly` of an operation, `formerly` of an added task): each has
 * to be a name whose address neither another task nor another former name has.
 */
export function checkFormerIds(document: Document, tasks: readonly Task[], sdk: Sdk | undefined): Problem[] {
	const owners = new Map([
		['changes', 'the page of changes'],
		...tasks.map(({ id }) => [address(id), `${id}, which there is`] as const),
	]);
	return tasks.flatMap(({ id, operation, formerly }) => {
		const isAdded = id !== operation.id;
		const list = isAdded ? pointerTo('/tasks', id, 'formerly') : `${operation.pointer}/x-formerly`;
		const written = isAdded ? formerly : operation.source['x-formerly'];
		const names = Array.isArray(written) ? written : written === undefined ? [] : [written];
		return names.flatMap((name, index): Problem[] => {
			const pointer = Array.isArray(written) ? pointerTo(list, index) : list;
			const fault = faultOf(name, Array.isArray(written), owners);
			if (typeof name === 'string' && !fault) owners.set(address(name), `a former name of ${id}`);
			if (!fault) return [];
			const place = (isAdded ? sdk?.place(pointer) : document.place(pointer)) ?? {
				file: document.file,
				line: 1,
				column: 1,
			};
			return [{ severity: 'error', code: 'former-id', ...fault, pointer, place }];
		});
	});
}

function faultOf(
	name: unknown,
	isListed: boolean,
	owners: ReadonlyMap<string, string>,
): Pick<Problem, 'message' | 'hint'> | undefined {
	if (!isListed || typeof name !== 'string' || address(name) === '')
		return { message: 'Former ids are a list of names.', hint: 'Write it as x-formerly: [oldId].' };
	const owner = owners.get(address(name));
	return owner
		? {
				message: `The former id "${name}" has the address of ${owner}.`,
				hint: 'A former id has to be free: remove it.',
			}
		: undefined;
}

/** Two ids of the same words have the same address. */
function address(id: string): string {
	return words(id).join('-');
}
