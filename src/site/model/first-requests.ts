import { mergeBinding } from '../../core/binding.ts';
import type { Task } from '../../core/task.ts';
import type { SiteApi } from './apis.ts';

/** A request that a sample sends before its own. */
export interface FirstRequest {
	task: Task;
	/** The path parameters of the sample's own request that its answer gives. */
	gives: string[];
}

/** What an SDK sample fetches first, in order: the objects that its call sits on. HTTP samples fetch nothing. */
export function firstRequests(api: SiteApi, task: Task, language: string, style: string): FirstRequest[] {
	const { sdk, profiles } = api.api;
	const profile = profiles.get(language);
	if (!sdk || !profile || style === 'http') return [];
	const own = task.operation.parameters.map(({ name }) => name);
	const found: FirstRequest[] = [];
	let at = task;
	while (found.length < api.tasks.length) {
		const { on = '' } = mergeBinding(sdk, profile, at.id, style);
		const type = sdk.types[on];
		const obtain = type && api.tasksById.get(type.obtain);
		if (!type || !obtain || obtain === task) return found;
		found.unshift({ task: obtain, gives: (type.provides ?? []).filter((name) => own.includes(name)) });
		at = obtain;
	}
	return found;
}
