import { chooseValues } from '../core/call.ts';
import type { Api } from '../core/sample.ts';
import type { Task } from '../core/task.ts';
import type { Value } from '../core/value.ts';

/** What stands in a sample's placeholders while it is proven, by name. */
export type ProofValues = Readonly<Record<string, string>>;

/**
 * A working value for every placeholder that samples of a task can hold: the document's example where it has one,
 * else a made-up text. Credentials take the example of the path parameter of their name, because some SDKs check them.
 */
export function proofValues(api: Api, task: Task): ProofValues {
	const values = new Map<string, string>();
	const obtained = Object.values(api.sdk?.types ?? {}).map(({ obtain }) => api.tasks.find(({ id }) => id === obtain));
	for (const other of [...obtained, task]) {
		if (!other) continue;
		const call = chooseValues(other);
		for (const { name } of call.credentials) values.set(name, values.get(name) ?? credentialValue(other, name));
		for (const { value } of call.arguments) collect(value, values);
		if (call.body) collect(call.body.value, values);
	}
	return Object.fromEntries(values);
}

function credentialValue(task: Task, name: string): string {
	const example = task.operation.parameters.find((parameter) => parameter.name === name)?.examples[0]?.value;
	return typeof example === 'string' ? example : `specimen-${name.replaceAll('_', '-')}`;
}

function collect(value: Value, into: Map<string, string>): void {
	if (value.kind === 'placeholder')
		into.set(value.name, into.get(value.name) ?? value.value ?? `specimen-${value.name.replaceAll('_', '-')}`);
	if (value.kind === 'list') for (const item of value.items) collect(item, into);
	if (value.kind === 'map') for (const [, item] of value.entries) collect(item, into);
}
