import type { ArgumentPlace, ArgumentSpec, BindingSpec, EachSpec, SdkProfile } from './binding.ts';
import { bindingFault } from './binding-fault.ts';
import type { Call } from './call.ts';
import { recase } from './casing.ts';
import { own } from './own.ts';
import { caseName, readArgument, symbolOf } from './sdk-argument.ts';
import type { SdkArgument, SdkContext, SdkEach, SdkStep } from './sdk-call.ts';

/** What the steps of a call add to: the symbols that their code names, and the errors that they can raise. */
export interface Gathered {
	symbols: Set<string>;
	errors: string[];
}

/** What one step is made of. */
export interface StepParts extends Gathered {
	call: Call;
	binding: BindingSpec;
	receiver: string;
	context: SdkContext;
	passed: Set<string>;
	bind: string;
}

/** Makes one call of an SDK. Throws a `ProblemError` where its binding names no call, or a value that the operation lacks. */
export function makeStep({ call, binding, receiver, context, symbols, errors, passed, bind }: StepParts): SdkStep {
	const { profile } = context;
	const read = (specs: readonly ArgumentSpec[], place: ArgumentPlace): SdkArgument[] =>
		specs.flatMap((spec) => readArgument(spec, place, { call, context, symbols, passed }));
	const args = read(binding.args ?? [], profile.shape.args);
	const options = read(binding.options ?? [], profile.shape.options);
	const other = options.length > 0 ? binding.withOptions : undefined;
	const name = other?.call ?? binding.call;
	if (!name)
		throw bindingFault(context, call.task.id, '', 'missing-call', `The binding of ${call.task.id} names no call.`);
	const optionsType = other?.optionsType ?? binding.optionsType;
	if (optionsType && options.length > 0) symbols.add(symbolOf(optionsType));
	if (binding.static) symbols.add(symbolOf(binding.static));
	const returns = binding.returns ?? 'object';
	if (binding.type && returns !== 'nothing') symbols.add(symbolOf(binding.type));
	const each = returns === 'pages' ? readEach(binding.each, profile, read) : undefined;
	if (each?.type) symbols.add(symbolOf(each.type));
	for (const error of own(profile.errors.throws, binding.request ?? '') ?? []) errors.push(error);
	return {
		receiver: binding.static ?? recase(`=${receiver}`, 'snake'),
		path: (binding.path ?? []).map((member) => caseName(profile, member, profile.case.path)),
		call: caseName(profile, name, profile.case.call),
		args,
		options,
		...(optionsType ? { optionsType } : {}),
		...(binding.terminal ? { terminal: caseName(profile, binding.terminal, profile.case.call) } : {}),
		...(returns === 'nothing' ? {} : { bind: recase(bind, profile.case.variable) }),
		...(binding.filled ? { filled: caseName(profile, binding.filled, profile.case.field) } : {}),
		...(binding.type ? { type: binding.type } : {}),
		returns,
		...(each ? { each } : {}),
	};
}

function readEach(
	{ call, args, bind = 'item', type }: EachSpec = {},
	profile: SdkProfile,
	read: (specs: readonly ArgumentSpec[], place: ArgumentPlace) => SdkArgument[],
): SdkEach {
	return {
		...(call ? { call: caseName(profile, call, profile.case.call) } : {}),
		args: read(args ?? [], 'positional'),
		bind: recase(bind, profile.case.variable),
		...(type ? { type } : {}),
	};
}
