import { mergeBinding, type SdkProfile, type WireQuirks } from '../core/binding.ts';
import { type Call, chooseValues } from '../core/call.ts';
import { toHttpCall } from '../core/http-call.ts';
import { toHttpRequest } from '../core/http-request.ts';
import type { Api } from '../core/sample.ts';
import type { Task } from '../core/task.ts';
import { fillPlaceholders, scalarText, toJsonText, toValue, type Value } from '../core/value.ts';
import type { ProofValues } from './proof-values.ts';
import type { Expectation, Quirks } from './quirks.ts';

/** The requests that a sample has to send, in order, and those that may come once more. */
export interface ExpectedRequests {
	expected: Expectation[];
	again: Expectation[];
}

/** What the spec and the binding imply for one sample. */
export function expectedRequests(
	api: Api,
	task: Task,
	language: string,
	style: string,
	values: ProofValues,
): ExpectedRequests {
	const profile = api.profiles.get(language);
	if (style === 'http' || !api.sdk || !profile)
		return { expected: [{ request: requestOf(task, [], values) }], again: [] };
	const binding = mergeBinding(api.sdk, profile, task.id, style);
	const obtain = binding.on && binding.on !== 'client' ? api.sdk.types[binding.on]?.obtain : undefined;
	const find = (id: string | undefined) => api.tasks.find((other) => other.id === id);
	const chain = [find(obtain), task].filter((step) => step !== undefined);
	const expectation = (step: Task) => expect(api, profile, step, style, values);
	return {
		expected: chain.map(expectation),
		again: (binding.wire?.again ?? []).flatMap((id) => find(id) ?? []).map(expectation),
	};
}

function expect(api: Api, profile: SdkProfile, task: Task, style: string, values: ProofValues): Expectation {
	if (!api.sdk) return { request: requestOf(task, [], values) };
	const binding = mergeBinding(api.sdk, profile, task.id, style);
	const dropped = (binding.drops ?? []).map(({ value }) => value);
	const request = requestOf(task, dropped, values);
	if (!binding.wire) return { request };
	return { request, quirks: toQuirks(binding.wire, { ...callValues(task), ...values }) };
}

/** The documented request, without what the binding says the SDK cannot pass. */
function requestOf(task: Task, dropped: readonly string[], values: ProofValues) {
	const call = chooseValues(task);
	const body = call.body && withoutDropped(call.body.value, dropped);
	const kept: Call = {
		...call,
		arguments: call.arguments.filter(({ parameter }) => !dropped.includes(parameter.name)),
	};
	if (call.body && body) kept.body = { ...call.body, value: body };
	else delete kept.body;
	return toHttpRequest(toHttpCall(kept), values);
}

/** A body of which nothing is left is not sent. */
function withoutDropped(value: Value, dropped: readonly string[]): Value | undefined {
	if (dropped.length === 0 || value.kind !== 'map') return value;
	const entries = value.entries.filter(([name]) => !dropped.includes(name));
	return entries.length > 0 ? { kind: 'map', entries } : undefined;
}

function toQuirks({ path, extraQuery, lostQuery, body }: WireQuirks, values: ProofValues): Quirks {
	const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
	const json = (data: unknown) => toJsonText(fillTexts(toValue(data), fill));
	return {
		...(path ? { path } : {}),
		...(extraQuery
			? { extraQuery: Object.entries(extraQuery).map(([name, text]) => [name, fill(text)] as const) }
			: {}),
		...(lostQuery ? { lostQuery } : {}),
		...(body === undefined
			? {}
			: { body: typeof body === 'string' ? body : 'is' in body ? { is: json(body.is) } : { adds: json(body.adds) } }),
	};
}

function fillTexts(value: Value, fill: (text: string) => string): Value {
	if (value.kind === 'string') return { kind: 'string', text: fill(value.text) };
	if (value.kind === 'list') return { kind: 'list', items: value.items.map((item) => fillTexts(item, fill)) };
	if (value.kind === 'map')
		return { kind: 'map', entries: value.entries.map(([name, item]) => [name, fillTexts(item, fill)]) };
	return value;
}

/** Every scalar that the call sends, by its name. */
function callValues(task: Task): Record<string, string> {
	const { arguments: args, body } = chooseValues(task);
	const values: Record<string, string> = {};
	for (const { parameter, value } of args) values[parameter.name] = scalarText(value);
	const filled = body ? fillPlaceholders(body.value, {}) : undefined;
	if (filled?.kind === 'map') for (const [name, value] of filled.entries) values[name] = scalarText(value);
	return values;
}
