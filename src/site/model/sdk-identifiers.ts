import type { Task } from '../../core/task.ts';
import type { SiteApi } from './apis.ts';
import { firstRequests } from './first-requests.ts';

/** What SDK samples ask the reader for although the operation's own address does not. */
export interface SdkIdentifier {
	name: string;
	description?: string;
	/** The parameters of the address that the SDK finds out by it. */
	insteadOf: string[];
}

/** The identifiers that the SDKs take in place of a task's own: a Powerpack's UUID, where the address has its pool's. */
export function sdkIdentifiers(api: SiteApi, task: Task): SdkIdentifier[] {
	const own = task.operation.parameters.map(({ name }) => name);
	const found = new Map<string, SdkIdentifier>();
	for (const made of api.samples.get(task.id) ?? []) {
		if (!('code' in made)) continue;
		for (const { task: first, gives } of firstRequests(api, task, made.language, made.style)) {
			for (const { name, in: place, description } of first.operation.parameters) {
				if (place !== 'path' || own.includes(name) || gives.length === 0) continue;
				found.set(name, { name, ...(description ? { description } : {}), insteadOf: gives });
			}
		}
	}
	return [...found.values()];
}
