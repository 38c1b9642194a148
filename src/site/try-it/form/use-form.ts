import { useState } from 'preact/hooks';
import { parseJsonValue } from '../../../core/json-value.ts';
import type { Overrides } from '../../../core/overrides.ts';
import { toJsonText, type Value } from '../../../core/value.ts';
import type { PageModel } from '../live/page-model.ts';
import type { Target } from '../send/target.ts';
import { pageValues, type } from '../values/page-values.ts';
import { useValues } from '../values/use-values.ts';
import { fieldFault } from './field-fault.ts';
import type { Field } from './fields.ts';
import { currentBody, fieldText, toOverrides } from './form-values.ts';

/** The form of a task as its components use it. */
export interface Form {
	textOf(field: Field): string;
	/** What is wrong with a field, once the reader touched it or tried to send. */
	faultOf(field: Field): string | undefined;
	setText(field: Field, text: string): void;
	/** The body as JSON text. */
	bodyJson: string;
	setBodyJson(text: string): void;
	/** Takes the place of everything typed. */
	fill(typed: Overrides): void;
	/** Shows every fault from now on; the answer is the first field that has one. */
	check(): Field | undefined;
	/** What is sent; credentials apart. */
	values: Overrides;
	credentials: Record<string, string>;
	/** What was typed, and of it the credentials. */
	typed: Overrides;
	typedCredentials: Overrides;
}

/** The form's state: what is typed is the page's, so that the samples follow. */
export function useForm({ task, fields }: PageModel, target: Target): Form {
	const values = useValues();
	const { typed } = values;
	const [touched, touch] = useState<ReadonlySet<string>>(new Set());
	const body = bodyValue();
	const secrets = fields.filter(({ place }) => place === 'credential');
	const textOf = (field: Field) => fieldText(field, values, target, body);
	const faultNow = (field: Field) => {
		const isCovered = field.place === 'body' && Object.hasOwn(typed, 'body') && field.name !== 'body';
		return isCovered ? undefined : fieldFault(field, textOf(field) || undefined);
	};

	function bodyValue(): Value | undefined {
		const own = typed.body;
		return typeof own === 'string' ? parseJsonValue(own) : currentBody(task, typed);
	}

	/** A field of a body that is written as a whole changes that whole. */
	function setText(field: Field, text: string): void {
		touch((known) => new Set([...known, field.name]));
		// Two fields may change before the next frame draws this anew.
		const { typed } = pageValues();
		if (field.place !== 'body' || typeof typed.body !== 'string' || field.name === 'body') {
			type({ ...typed, [field.name]: text === '' ? null : text });
			return;
		}
		const { body: _, ...others } = typed;
		const asFields = Object.fromEntries(
			fields
				.filter(({ place }) => place === 'body')
				.map((each): [string, string | null] => [each.name, (each === field ? text : textOf(each)) || null]),
		);
		type({ ...others, ...asFields });
	}

	return {
		textOf,
		faultOf: (field) => (touched.has(field.name) ? faultNow(field) : undefined),
		setText,
		bodyJson: typeof typed.body === 'string' ? typed.body : body ? toJsonText(body, 2) : '',
		setBodyJson(text) {
			const inBody = new Set(fields.filter(({ place }) => place === 'body').map(({ name }) => name));
			const others = Object.entries(pageValues().typed).filter(([name]) => !inBody.has(name));
			type({ ...Object.fromEntries(others), body: text.trim() === '' ? null : text });
		},
		fill(next) {
			touch(new Set());
			type(next);
		},
		check() {
			touch(new Set(fields.map(({ name }) => name)));
			return fields.find((field) => faultNow(field) !== undefined);
		},
		values: toOverrides(fields, values, textOf),
		credentials: Object.fromEntries(secrets.map((field) => [field.name, textOf(field)])),
		typed,
		typedCredentials: Object.fromEntries(
			secrets.filter(({ name }) => Object.hasOwn(typed, name)).map(({ name }) => [name, typed[name] ?? null]),
		),
	};
}
