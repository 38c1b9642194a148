import {
	type ArgumentPlace,
	type ArgumentSpec,
	type BindingSpec,
	mergeBinding,
	type Returns,
	type Sdk,
	type SdkProfile,
} from './binding.ts';
import { type Call, chooseValues, type Overrides, valueNames } from './call.ts';
import { recase } from './casing.ts';
import type { Credential } from './credential.ts';
import { pointerTo, pointerTokens } from './document.ts';
import { own } from './own.ts';
import { type Problem, ProblemError } from './problem.ts';
import { suggest } from './suggest.ts';
import type { Task } from './task.ts';
import { scalarText, toValue, type Value } from './value.ts';

/** An argument with everything decided but how the language writes it. */
export interface SdkArgument {
	place: ArgumentPlace;
	/** Cased as the language writes it; empty where the argument stands by position. */
	name: string;
	what: { value: Value; type?: string } | { credential: Credential } | { code: string };
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
}

/** A task as a chain of SDK calls. */
export interface SdkCall {
	style: string;
	profile: SdkProfile;
	client: { variable?: string; construct: string; args: SdkArgument[] };
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
	refuseUnsaid(call, style, passed, context);

	for (const symbol of profile.client.uses ?? [symbolOf(profile.client.construct)]) symbols.add(symbol);
	for (const error of errors) symbols.add(symbolOf(error));
	const credentialOf = new Map(call.credentials.map((credential) => [credential.name, credential]));
	return {
		style,
		profile,
		client: {
			...(profile.client.variable ? { variable: profile.client.variable } : {}),
			construct: profile.client.construct,
			args: profile.client.args.map((spec) => clientArgument(spec, credentialOf, profile, symbols)),
		},
		steps,
		errors: errors.filter((error, index) => errors.indexOf(error) === index),
		symbols: [...symbols],
		drops: (binding.drops ?? []).filter(({ value }) => findValue(call, value) !== undefined),
		notes: binding.notes ?? [],
	};
}

/** The symbol that an expression begins with: `plivo` of `plivo.exceptions.X`, `RestClient` of `new RestClient`. */
export function symbolOf(expression: string): string {
	return /^[&*[\]\s]*(?:new\s+)?([A-Za-z_]\w*)/.exec(expression)?.[1] ?? '';
}

interface Gathered {
	symbols: Set<string>;
	errors: string[];
}

function obtain(typeName: string, call: Call, style: string, context: SdkContext, gathered: Gathered) {
	const type = own(context.sdk.types, typeName);
	const task = type ? context.task(type.obtain) : undefined;
	if (!type || !task) {
		throw fault(context, call.task.id, 'on', 'unknown-type', `"${typeName}" is no type that can be obtained.`, {
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

interface StepParts extends Gathered {
	call: Call;
	binding: BindingSpec;
	receiver: string;
	context: SdkContext;
	passed: Set<string>;
	bind: string;
}

function makeStep({ call, binding, receiver, context, symbols, errors, passed, bind }: StepParts): SdkStep {
	const { profile } = context;
	const read = (specs: readonly ArgumentSpec[], place: ArgumentPlace): SdkArgument[] =>
		specs.flatMap((spec) => readArgument(spec, place, { call, context, symbols, passed }));
	const args = read(binding.args ?? [], profile.shape.args);
	const options = read(binding.options ?? [], profile.shape.options);
	const other = options.length > 0 ? binding.withOptions : undefined;
	const name = other?.call ?? binding.call;
	if (!name) throw fault(context, call.task.id, '', 'missing-call', `The binding of ${call.task.id} names no call.`);
	const optionsType = other?.optionsType ?? binding.optionsType;
	if (optionsType && options.length > 0) symbols.add(symbolOf(optionsType));
	if (binding.static) symbols.add(binding.static);
	const returns = binding.returns ?? 'object';
	if (binding.type && returns !== 'nothing') symbols.add(symbolOf(binding.type));
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
	};
}

interface Reading {
	call: Call;
	context: SdkContext;
	symbols: Set<string>;
	passed: Set<string>;
}

function readArgument(spec: ArgumentSpec, byDefault: ArgumentPlace, reading: Reading): SdkArgument[] {
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
	if (source && !namesValue(call, source)) {
		throw fault(
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
	const wrap = spec.wrap ? { wrap: spec.wrap } : {};
	return [
		{ place, name, what: { value: convert(found, spec.as), ...(spec.type ? { type: spec.type } : {}) }, ...wrap },
	];
}

function clientArgument(
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

/** A value of the call: a parameter's, a property of the body, the body, or what a pointer into it names. */
export function findValue(call: Call, source: string): Value | undefined {
	if (source === 'body' || source === '/body') return call.body?.value;
	const tokens = pointerTokens(source.startsWith('/') ? source : `/${source}`);
	if (tokens[0] !== 'body') {
		const argument = call.arguments.find(({ parameter }) => parameter.name === tokens[0]);
		if (argument) return argument.value;
	} else tokens.shift();
	return tokens.reduce<Value | undefined>((value, token) => {
		if (value?.kind === 'list') return value.items[Number(token)];
		return value?.kind === 'map' ? value.entries.find(([name]) => name === token)?.[1] : undefined;
	}, call.body?.value);
}

function namesValue(call: Call, source: string): boolean {
	return (
		source === 'body' ||
		source.startsWith('/') ||
		valueNames(call.operation).includes(source) ||
		findValue(call, source) !== undefined
	);
}

/** Every value of the call has to be passed, implied or declared as dropped: nothing vanishes silently. */
function refuseUnsaid(call: Call, style: string, passed: ReadonlySet<string>, context: SdkContext): void {
	const secrets = new Set(call.credentials.map((credential) => credential.name));
	const unsaid = call.arguments
		.map(({ parameter }) => parameter.name)
		.filter((name) => !secrets.has(name) && !passed.has(name));
	const { body } = call;
	const throughPointer = [...passed].some((name) => name === 'body' || name.startsWith('/body'));
	if (body?.value.kind === 'map' && !throughPointer) {
		unsaid.push(...body.value.entries.map(([name]) => name).filter((name) => !passed.has(name)));
	}
	if (unsaid.length === 0) return;
	throw fault(
		context,
		call.task.id,
		'',
		'value-not-passed',
		`${call.task.id} (${context.profile.language}, ${style}): nothing passes ${unsaid.map((name) => `"${name}"`).join(', ')}.`,
		{
			hint: 'Add it to "args" or "options", or say under "drops" or "implies" why it is not passed.',
		},
	);
}

/** A value as the type that an SDK takes, where it is not the document's. */
export function convert(value: Value, as: ArgumentSpec['as']): Value {
	if (as === undefined || value.kind === 'placeholder') return value;
	const text = scalarText(value);
	if (as === 'boolean') return { kind: 'boolean', value: text === 'true' };
	return as === 'string' ? { kind: 'string', text } : { kind: 'integer', text };
}

function caseName(profile: SdkProfile, name: string, to: Parameters<typeof recase>[1]): string {
	const verbatim = own(profile.names, name);
	return recase(verbatim ? `=${verbatim}` : name, to);
}

function fault(
	context: SdkContext,
	taskId: string,
	key: string,
	code: string,
	message: string,
	more: { hint?: string } = {},
): ProblemError {
	const overridden = own(context.profile.bindings, taskId) !== undefined;
	const pointer = overridden ? pointerTo('/overrides/bindings', taskId) : pointerTo('/bindings', taskId);
	const { file, place } = overridden ? context.profile : context.sdk;
	const at = (key ? place(pointerTo(pointer, key), true) : undefined) ??
		place(pointer, true) ?? { file, line: 1, column: 1 };
	const problem: Problem = { severity: 'error', code, message, pointer, place: at, ...more };
	return new ProblemError(problem);
}
