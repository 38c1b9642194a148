import type { Sdk, SdkProfile } from '../core/binding.ts';
import { pointerTo } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { suggest } from '../core/suggest.ts';

/** Bindings that name no task, tasks that have no binding, and tasks or types that name no operation: each at its place. */
export function checkNames(
	sdk: Sdk,
	profiles: ReadonlyMap<string, SdkProfile>,
	operationIds: readonly string[],
): Problem[] {
	const taskIds = [...operationIds, ...Object.keys(sdk.tasks)];
	const problems: Problem[] = [];
	const complain = (
		source: { file: string; place: Sdk['place'] },
		pointer: string,
		code: string,
		message: string,
		hint: string,
		key = true,
	) =>
		problems.push({
			severity: 'error',
			code,
			message,
			hint,
			pointer,
			place: source.place(pointer, key) ?? { file: source.file, line: 1, column: 1 },
		});
	for (const [id, task] of Object.entries(sdk.tasks)) {
		if (operationIds.includes(task.operation)) continue;
		complain(
			sdk,
			pointerTo('/tasks', id, 'operation'),
			'unknown-operation',
			`The task ${id} names an operation "${task.operation}" that the API does not have.`,
			suggest(task.operation, operationIds),
			false,
		);
	}
	for (const [name, type] of Object.entries(sdk.types)) {
		if (taskIds.includes(type.obtain)) continue;
		complain(
			sdk,
			pointerTo('/types', name, 'obtain'),
			'unknown-operation',
			`The type ${name} is obtained by "${type.obtain}", which is no task.`,
			suggest(type.obtain, taskIds),
			false,
		);
	}
	for (const id of Object.keys(sdk.bindings)) {
		if (!taskIds.includes(id))
			complain(
				sdk,
				pointerTo('/bindings', id),
				'unknown-operation',
				`There is no operation or task "${id}".`,
				suggest(id, taskIds),
			);
	}
	for (const id of taskIds) {
		if (sdk.bindings[id]) continue;
		complain(
			sdk,
			'/bindings',
			'unbound-operation',
			`${id} has no binding.`,
			'Bind it, or say `unsupported:` with the reason that readers see.',
		);
	}
	for (const profile of profiles.values()) {
		for (const id of Object.keys(profile.bindings)) {
			if (taskIds.includes(id)) continue;
			complain(
				profile,
				pointerTo('/overrides/bindings', id),
				'unknown-operation',
				`There is no operation or task "${id}".`,
				suggest(id, taskIds),
			);
		}
	}
	return problems;
}
