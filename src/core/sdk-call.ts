import { type ArgumentPlace, mergeBinding, type Returns, type Sdk, type SdkProfile } from './binding.ts';
import { bindingFault } from './binding-fault.ts';
import { type Call, chooseValues } from './call.ts';
import { findValue } from './call-value.ts';
import { recase } from './casing.ts';
import type { Credential } from './credential.ts';
import type { Overrides } from './overrides.ts';
import { own } from './own.ts';
import { clientArgument, symbolOf } from './sdk-argument.ts';
import { type Gathered, makeStep } from './sdk-step.ts';
import type { Task } from './task.ts';
import { isTyped, unsaidFault, unsaidValues } from './unsaid-values.ts';
import type { Value } from './value.ts';

/** An argument with everything decided but how the language writes it. */
export interface SdkArgument {
	place: ArgumentPlace;
	/** Cased as the language writes it; empty where the argument stands by position. */
	name: string;
	what:
		| { value: Value; type?: string }
		| { fields: SdkArgument[]; type?: string }
		| { credential: Credential }
		| { code: string };
	wrap?: string;
}

/** One call of an SDK. */
export interface SdkStep {
	/** What the call is made on: a variable, or a class. */
	receiver: string;
	/** Members between the receiver and the call, cased. */
	path: string[];
	call: string;
	args: SdkArgument[];
	options: SdkArgument[];
	optionsType?: string;
	terminal?: string;
	/** The variable that holds the result; absent where nothing comes back. */
	bind?: string;
	/** A member of the result, cased: where it is empty, the call failed without saying so. */
	filled?: string;
	type?: string;
	returns: Returns;
	/** How the items of `pages` are had; present with them, and only then. */
	each?: SdkEach;
}

/** Walking through pages: a call on the result, or the result itself, and the variable that holds one item. */
export interface SdkEach {
	call?: string;
	args: SdkArgument[];
	bind: string;
	type?: string;
}

/** A task as a chain of SDK calls. */
export interface SdkCall {
	style: string;
	profile: SdkProfile;
	client: { variable?: string; construct: string; args: SdkArgument[]; fails: boolean };
	/** What has to be fetched first, then the call itself. */
	steps: SdkStep[];
	/** Every error the steps can raise, in the order to catch them. */
	errors: string[];
	/** Every symbol the code names, for its imports. */
	symbols: string[];
	drops: { value: string; reason: string }[];
	notes: string[];
}

/** What the SDK pipeline asks of its surroundings. */
export interface SdkContext {
	sdk: Sdk;
	profile: SdkProfile;
	/** A task by its id. */
	task(id: string): Task | undefined;
	overrides?: Overrides;
}

/**
 * A call in one SDK and style. Where the SDK lacks it, the reason.
 * Throws a `ProblemError` where the binding names what does not exist, or leaves a value of the call unsaid.
 */
export function toSdkCall(call: Call, style: string, context: SdkContext): SdkCall | { unsupported: string } {
	const { sdk, profile } = context;
	const binding = mergeBinding(sdk, profile, call.task.id, style);
	if (binding.unsupported) return { unsupported: binding.unsupported };
	const symbols = new Set<string>();
	const errors: string[] = [...profile.errors.catch];
	const passed = new Set<string>(binding.implies);
	for (const { value } of binding.drops ?? []) passed.add(value);

	const steps: SdkStep[] = [];
	let receiver = profile.client.variable ?? '';
	if (binding.on && binding.on !== 'client') {
		const obtained = obtain(binding.on, call, style, context, { symbols, errors });
		steps.push(obtained.step);
		receiver = obtained.step.bind ?? receiver;
		for (const name of obtained.passed) passed.add(name);
	}
	steps.push(makeStep({ call, binding, receiver, context, symbols, errors, passed, bind: binding.bind ?? 'response' }));
	const unpassed = unsaidValues(call, passed);
	const typed = unpassed.filter((name) => isTyped(context.overrides, name));
	if (typed.length < unpassed.length) throw unsaidFault(call, style, unpassed, context);

	for (const symbol of profile.client.uses ?? [symbolOf(profile.client.construct)]) symbols.add(symbol);
	for (const error of errors) symbols.add(symbolOf(error));
	const credentialOf = new Map(call.credentials.map((credential) => [credential.name, credential]));
	return {
		style,
		profile,
		client: {
			...(profile.client.variable ? { variable: profile.client.variable } : {}),
			construct: profile.client.construct,
			fails: profile.client.fails ?? true,
			args: profile.client.args.map((spec) => clientArgument(spec, credentialOf, profile, symbols)),
		},
		steps,
		errors: errors.filter((error, index) => errors.indexOf(error) === index),
		symbols: [...symbols],
		drops: [
			...(binding.drops ?? []).filter(({ value }) => findValue(call, value) !== undefined),
			...typed.map((value) => ({ value, reason: 'the binding names no argument of the SDK for it.' })),
		],
		notes: binding.notes ?? [],
	};
}

function obtain(typeName: string, call: Call, style: string, context: SdkContext, gathered: Gathered) {
	const type = own(context.sdk.types, typeName);
	const task = type ? context.task(type.obtain) : undefined;
	if (!type || !task) {
		throw bindingFault(context, call.task.id, 'on', 'unknown-type', `"${typeName}" is no type that can be obtained.`, {
			hint: `Declare it under "types", with the binding that obtains it.`,
		});
	}
	const names = new Set(task.operation.parameters.map((parameter) => parameter.name));
	const overrides = Object.fromEntries(Object.entries(context.overrides ?? {}).filter(([name]) => names.has(name)));
	const first = chooseValues(task, overrides);
	const binding = mergeBinding(context.sdk, context.profile, task.id, style);
	const passed = new Set<string>(type.provides);
	const bind = binding.bind ?? recase(typeName, 'snake');
	const receiver = context.profile.client.variable ?? '';
	const step = makeStep({ call: first, binding, receiver, context, passed, bind, ...gathered });
	return { step, passed };
}
