import { bodyProperties } from '../core/body-properties.ts';
import { asObject, type Document, type Json } from '../core/document.ts';
import type { ActionSpec, MockSpec } from '../core/mock-spec.ts';
import { isJsonMediaType, type Operation } from '../core/operation.ts';
import { own } from '../core/own.ts';
import { type ActionRequest, act, type Outcome } from './act.ts';
import { composeAnswer } from './compose-answer.ts';
import type { Refusal } from './error-answer.ts';
import { identify } from './identify.ts';
import { pageOf } from './page.ts';
import { parseJson } from './parse-json.ts';
import { createReaderStates, STATE_BOUNDS, type StateBounds } from './reader-states.ts';
import { type State, seedState, sizeOf } from './record-state.ts';
import type { Match } from './router.ts';
import { violationStatus } from './violation-refusal.ts';

/** How long and how much a mock remembers. */
export interface MemoryOptions {
	bounds?: Partial<StateBounds>;
	/** The time, in milliseconds. */
	now?: () => number;
}

/** A request that has passed every check, and what its operation documents for it. */
export interface Remembering {
	match: Match;
	request: Request;
	/** The path as the API knows it. */
	path: string;
	documented: Response;
	/** The body as it was taken; empty where there is none. */
	body: string;
}

/** What the mock of an API remembers of each reader's requests. */
export interface Memory {
	/** The answer from the reader's own state, or why there is none; as documented where nothing is remembered. */
	answer(remembering: Remembering): Promise<Response | Refusal>;
	/** Puts a reader back to the seed. */
	reset(reader: string): void;
}

/** Makes the memory of an API's mock. Requests of one reader never overlap: between reading and keeping her state nothing is awaited. */
export function createMemory(spec: MockSpec, document: Document, { bounds, now = Date.now }: MemoryOptions): Memory {
	const limits = { ...STATE_BOUNDS, ...bounds };
	const seed = seedState(spec);
	const seeded = sizeOf(seed);
	const states = createReaderStates(seed, limits, now);

	function isTooLarge(state: State, before: State): boolean {
		const { records, bytes } = sizeOf(state);
		const held = sizeOf(before);
		const grows = records > held.records || bytes > held.bytes;
		return grows && (records > seeded.records + limits.records || bytes > seeded.bytes + limits.bytes);
	}

	function change(reader: string, action: ActionSpec, operation: Operation, request: ActionRequest): Outcome | Refusal {
		const before = states.get(reader);
		const outcome = act(spec, before, action, request, new Date(now()));
		if (outcome.kind === 'absent')
			return { status: 404, message: `nothing has ${outcome.names.map(describe).join(' and ')}` };
		if (outcome.kind === 'unnamed')
			return { status: violationStatus(operation), message: `body must have ${outcome.field}` };
		if (outcome.state === before) return outcome;
		if (isTooLarge(outcome.state, before)) {
			const message = `the mock keeps ${limits.records} records and ${limits.bytes} bytes of one reader at most; remove some, or reset it`;
			return { status: violationStatus(operation), message };
		}
		states.set(reader, outcome.state);
		return outcome;
	}

	return {
		async answer({ match: { operation, parameters: texts }, request, path, documented, body }) {
			const action = own(spec.operations, operation.id);
			const reader = identify(document, request);
			// Without credentials nobody can be told apart, so nothing is remembered of anybody.
			if (!action || reader === undefined) return documented;
			const query = new URL(request.url).searchParams;
			const parameters = typedParameters(operation, texts);
			const outcome = change(reader, action, operation, {
				parameters,
				query,
				body: documentedBody(operation, request, body),
			});
			if ('status' in outcome) return outcome;
			switch (outcome.kind) {
				case 'record':
					return composeAnswer(documented, spec, action, parameters, outcome);
				case 'list':
					return composeAnswer(documented, spec, action, parameters, {
						page: pageOf(outcome.records, spec.paging, operation, query, path),
					});
				default:
					return documented;
			}
		},
		reset: (reader) => states.reset(reader),
	};
}

function describe([field, value]: readonly [string, unknown]): string {
	return `${field} ${value}`;
}

/** Path parameters as their schemas have them: what is a number there is one in records too. */
function typedParameters(
	{ parameters, document }: Operation,
	texts: ReadonlyMap<string, string>,
): Map<string, unknown> {
	const typed = parameters.flatMap(({ name, in: place, schema }): [string, unknown][] => {
		const text = place === 'path' ? texts.get(name) : undefined;
		if (text === undefined) return [];
		const types = [document.resolve(schema).type].flat();
		const isNumber = types.some((type) => type === 'integer' || type === 'number') && !types.includes('string');
		return [[name, isNumber && Number.isSafeInteger(Number(text)) ? Number(text) : text]];
	});
	return new Map(typed);
}

/** The properties of a JSON body that the operation documents: nothing else gets into a record. */
function documentedBody(operation: Operation, request: Request, text: string): Json {
	const names = bodyProperties(operation);
	const mediaType = request.headers.get('content-type') ?? 'application/json';
	if (text === '' || names.length === 0 || !isJsonMediaType(mediaType)) return {};
	const given = asObject(parseJson(text));
	return Object.fromEntries(names.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]));
}
