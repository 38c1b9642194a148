import { withPointer } from '../core/at-pointer.ts';
import { isObject, type Json } from '../core/document.ts';
import type { ActionSpec, MockSpec } from '../core/mock-spec.ts';
import { fillNames } from '../core/name-template.ts';
import { isJsonMediaType } from '../core/operation.ts';
import { own } from '../core/own.ts';
import { jsonText } from './operation-document.ts';
import type { Page } from './page.ts';
import { parseJson } from './parse-json.ts';

/** What an answer shows: one record, or a page of them. */
export type Shown = { record: Json } | { page: Page<Json> };

/**
 * The documented answer with a reader's records put into it: a record over the example's own, a list in place of the
 * example's. An answer that is no JSON stays as it is documented.
 */
export async function composeAnswer(
	documented: Response,
	spec: MockSpec,
	action: ActionSpec,
	parameters: ReadonlyMap<string, unknown>,
	shown: Shown,
): Promise<Response> {
	if (!isJsonMediaType(documented.headers.get('content-type') ?? '')) return documented;
	const text = await documented.text();
	const base = text === '' ? undefined : parseJson(text);
	const show = (record: Json) => showRecord(spec, action.collections[0], record, parameters);
	const composed = 'record' in shown ? withRecordAt(base, action.at ?? '', show(shown.record)) : withPage();
	const headers = new Headers(documented.headers);
	headers.delete('content-length');
	return new Response(jsonText(composed), { status: documented.status, headers });

	function withPage(): unknown {
		const { page } = shown as { page: Page<Json> };
		const { at, set, none } = spec.paging;
		const says: Readonly<Record<string, unknown>> = {
			...page,
			next: page.next ?? none,
			previous: page.previous ?? none,
		};
		const lookUp = (name: string) => own(says, name) ?? parameters.get(name);
		const listed = withPointer(base, action.at ?? at, () => page.items.map(show));
		return Object.entries(set).reduce(
			(answer, [pointer, template]) => withPointer(answer, pointer, () => fillNames(template, lookUp)),
			listed,
		);
	}
}

function withRecordAt(base: unknown, at: string, record: unknown): unknown {
	return withPointer(base, at, (held) => (isObject(held) && isObject(record) ? { ...held, ...record } : record));
}

function showRecord(
	{ collections }: MockSpec,
	name: string,
	record: Json,
	parameters: ReadonlyMap<string, unknown>,
): unknown {
	const shown = own(collections, name)?.shown;
	return shown ? fillNames(shown, (field) => own(record, field) ?? parameters.get(field)) : record;
}
