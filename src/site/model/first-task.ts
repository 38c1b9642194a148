import type { Task } from '../../core/task.ts';
import type { SiteApi } from './apis.ts';

/** The operation that a reader can try first: one that reads, and asks for as little as possible. */
export function firstTask(apis: readonly SiteApi[]): { api: SiteApi; task: Task } | undefined {
	const all = apis.flatMap((api) => api.tasks.map((task) => ({ api, task })));
	const asks = ({ task: { operation } }: { task: Task }) =>
		operation.parameters.filter(({ required }) => required).length +
		(operation.method === 'GET' ? 0 : 100) +
		(operation.deprecated ? 1000 : 0);
	return all.toSorted((one, other) => asks(one) - asks(other))[0];
}
