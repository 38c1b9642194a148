import type { ArgumentPlace, ArgumentSpec, SdkProfile } from './binding.ts';
import { bindingFault } from './binding-fault.ts';
import { type Call, valueNames } from './call.ts';
import { findValue, namesValue } from './call-value.ts';
import { type Case, recase } from './casing.ts';
import type { Credential } from './credential.ts';
import { pointerTokens } from './document.ts';
import { own } from './own.ts';
import type { SdkArgument, SdkContext } from './sdk-call.ts';
import { suggest } from './suggest.ts';
import { scalarText, toValue, type Value } from './value.ts';

/** The symbol that an expression begins with: `plivo` of `plivo.exceptions.X`, `RestClient` of `new RestClient`. */
export function symbolOf(expression: string): string {
	return /^[&*[\]\s]*(?:new\s+)?([A-Za-z_]\w*)/.exec(expression)?.[1] ?? '';
}

/** What reading an argument needs, and what it adds to: the symbols its code names, and the values it passes. */
export interface Reading {
	call: Call;
	context: SdkContext;
	symbols: Set<string>;
	passed: Set<string>;
}

/** An argument of a call; none where the call has no value for it. Throws a `ProblemError` on a name that nothing has. */
export function readArgument(spec: ArgumentSpec, byDefault: ArgumentPlace, reading: Reading): SdkArgument[] {
	const { call, context, symbols, passed } = reading;
	const place = spec.place ?? byDefault;
	const source = spec.value ?? '';
	const ownName = spec.name ?? pointerTokens(source.startsWith('/') ? source : `/${source}`).at(-1) ?? '';
	const { profile } = context;
	const name =
		place === 'positional'
			? ''
			: caseName(profile, ownName, place === 'option' ? profile.case.field : profile.case.name);
	for (const symbol of spec.uses ?? []) symbols.add(symbol);
	if (spec.wrap) symbols.add(symbolOf(spec.wrap));
	if (spec.code !== undefined) return [{ place, name, what: { code: spec.code } }];
	const type = spec.type ? { type: spec.type } : {};
	const wrap = spec.wrap ? { wrap: spec.wrap } : {};
	if (spec.fields) {
		const fields = spec.fields.flatMap((field) => readArgument(field, 'option', reading));
		if (fields.length === 0) return [];
		if (spec.type) symbols.add(symbolOf(spec.type));
		return [{ place, name, what: { fields, ...type }, ...wrap }];
	}
	if (source && !namesValue(call, source)) {
		throw bindingFault(
			context,
			call.task.id,
			'args',
			'unknown-value',
			`"${source}" is neither a parameter of ${call.task.id} nor a property of its body.`,
			{ hint: suggest(source, valueNames(call.operation)) },
		);
	}
	const found = spec.const === undefined ? findValue(call, source) : toValue(spec.const);
	passed.add(source);
	if (!found) return [];
	return [{ place, name, what: { value: convert(found, spec.as), ...type }, ...wrap }];
}

/** An argument of the client's construction: a credential, code, or a fixed value. */
export function clientArgument(
	spec: ArgumentSpec,
	credentials: Map<string, Credential>,
	profile: SdkProfile,
	symbols: Set<string>,
): SdkArgument {
	const place = spec.place ?? 'positional';
	const name =
		place === 'positional'
			? ''
			: caseName(profile, spec.name ?? spec.value ?? '', place === 'option' ? profile.case.field : profile.case.name);
	for (const symbol of spec.uses ?? []) symbols.add(symbol);
	const credential = credentials.get(spec.value ?? '');
	if (credential) return { place, name, what: { credential } };
	if (spec.code !== undefined) return { place, name, what: { code: spec.code } };
	return {
		place,
		name,
		what: { value: spec.const === undefined ? { kind: 'placeholder', name: spec.value ?? '' } : toValue(spec.const) },
	};
}

/** A value as the type that an SDK takes, where it is not the document's. */
export function convert(value: Value, as: ArgumentSpec['as']): Value {
	if (as === undefined || value.kind === 'placeholder') return value;
	const text = scalarText(value);
	if (as === 'boolean') return { kind: 'boolean', value: text === 'true' };
	return as === 'string' ? { kind: 'string', text } : { kind: 'integer', text };
}

/** A name as this SDK spells it: its own spelling where the profile has one, else in the case given. */
export function caseName(profile: SdkProfile, name: string, to: Case): string {
	const verbatim = own(profile.names, name);
	return recase(verbatim ? `=${verbatim}` : name, to);
}
