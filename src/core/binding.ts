import type { Case } from './casing.ts';
import { own } from './own.ts';
import type { Place } from './problem.ts';
import type { AddedTask } from './task.ts';

/** Where an argument stands in a call: in order, by name, in the options, or as a builder's setter. */
export type ArgumentPlace = 'positional' | 'named' | 'option' | 'builder';

/** One argument of an SDK call. A bare string in the file is `{ value: … }`. */
export interface ArgumentSpec {
	/** A parameter's or body property's name, `body` for the whole body, or a pointer into it (`/body/priority/0`). */
	value?: string;
	/** A fixed value, for what the call's name implies elsewhere. */
	const?: unknown;
	/** Code as it is written, e.g. `context.Background()`; its symbols go to `uses`. */
	code?: string;
	/** The SDK's name for it in lower snake case; `=Name` is verbatim. */
	name?: string;
	place?: ArgumentPlace;
	/** The type that the SDK takes, where it is not the document's. */
	as?: 'string' | 'integer' | 'boolean';
	/** A function around the literal, e.g. `stripe.String`. */
	wrap?: string;
	/** A type of the profile, `[]` after it for a list of them. */
	type?: string;
	/** A structure of the SDK's own making, of these values: the API has them apart. Left out where none of them is given. */
	fields?: ArgumentSpec[];
	uses?: string[];
}

/** How pages are walked: the result itself yields its items where no `call` is named. */
export interface EachSpec {
	/** The member of the result whose call yields the items, in lower snake case. */
	call?: string;
	args?: ArgumentSpec[];
	/** The variable that holds one item. */
	bind?: string;
	/** The item's type, in languages that declare it. */
	type?: string;
}

/** What a call gives back: `nothing`, a plain `value`, an `object`, a `list` of objects or `pages` to walk through. */
export type Returns = 'nothing' | 'value' | 'object' | 'list' | 'pages';

/**
 * How the request that an SDK really sends departs from the documented one. The proof tolerates what is declared here
 * and nothing else. Texts may hold `{name}`, the value of a parameter or placeholder of the call.
 */
export interface WireQuirks {
	/** The path has empty segments: `…/Powerpack/{uuid}//`. */
	path?: 'double-slash';
	/** Query parameters sent on top of the documented ones, by name. */
	extraQuery?: Record<string, string>;
	/** Documented query parameters that are not sent. */
	lostQuery?: string[];
	/** The body: anything, none, this JSON instead, or these members on top of the documented object. */
	body?: 'any' | 'empty' | { is: unknown } | { adds: unknown };
	/** Tasks whose requests the SDK makes once more on the way. */
	again?: string[];
}

/** How one task is called, common to all languages or in one language's own way. */
export interface BindingSpec {
	/** `client`, or a type that has to be obtained first. */
	on?: string;
	/** A class that the call is made on, in languages whose SDK has no client object. */
	static?: string;
	/** Members between the receiver and the call. */
	path?: string[];
	call?: string;
	args?: ArgumentSpec[];
	/** Optional arguments: present where the call has a value for them. */
	options?: ArgumentSpec[];
	/** The class or struct of the options. */
	optionsType?: string;
	/** The call to make instead as soon as an option is set. */
	withOptions?: { call: string; optionsType?: string };
	/** The method that ends a builder. */
	terminal?: string;
	/** The class of the request, which decides the errors it can throw. */
	request?: string;
	returns?: Returns;
	/** How the items of `pages` are had, page after page. */
	each?: EachSpec;
	/** The type of what it returns, in languages that declare it. */
	type?: string;
	/** The variable that holds what it returns. */
	bind?: string;
	/** A member of the result that every success fills, where a call can fail and say nothing of it. */
	filled?: string;
	/** Values that the call's own name stands for. */
	implies?: string[];
	/** Values that the SDK has no way to pass. */
	drops?: { value: string; reason: string }[];
	/** The SDK lacks the call; the reason is shown to readers. */
	unsupported?: string;
	/** What a reader has to know about the call in this SDK. */
	notes?: string[];
	/** How its request departs from the documented one. */
	wire?: WireQuirks;
}

/** A binding as written: what all styles share, and what each style says of its own. */
export interface Binding extends BindingSpec {
	styles?: Record<string, BindingSpec>;
}

/** The package that a language's samples need. */
export interface PackageSpec {
	name: string;
	version: string;
	/** The command that installs exactly this version, in the first package manager that the profile names. */
	install: string;
	/** The command of each package manager; absent where the profile names none. */
	managers?: { name: string; install: string }[];
}

/** A structured type of an SDK: how each field is called and typed. */
export interface TypeSpec {
	fields?: Record<string, { name?: string; type?: string; as?: ArgumentSpec['as']; wrap?: string }>;
	/**
	 * Made by a builder: `start` on the class (`builder`), a setter for each field with this word before its name, and
	 * `end` (`build`).
	 */
	builder?: { start?: string; setter?: string; end?: string };
	/** Made by a constructor that takes the fields in this order, rather than field by field. */
	order?: string[];
}

/** `sdk.yaml`: the call surface that an API's SDKs have in common. */
export interface Sdk {
	name: string;
	styles: Record<string, { label: string; description?: string }>;
	tasks: Record<string, AddedTask>;
	types: Record<string, { obtain: string; provides?: string[] }>;
	bindings: Record<string, Binding>;
	file: string;
	place(pointer: string, key?: boolean): Place | undefined;
}

/** `sdk/<language>.yaml`: what one SDK says its own way. */
export interface SdkProfile {
	language: string;
	package: PackageSpec;
	/** Other packages of single styles, where the styles are two major versions. */
	styles: Record<string, { package: PackageSpec }>;
	case: { path: Case; call: Case; name: Case; field: Case; variable: Case };
	shape: { args: ArgumentPlace; options: ArgumentPlace };
	client: {
		variable?: string;
		construct: string;
		args: ArgumentSpec[];
		uses?: string[];
		/** False where making the client cannot fail, in languages whose calls return their errors. */
		fails?: boolean;
	};
	/** Where each symbol comes from, in the language's own terms. */
	imports: Record<string, string>;
	errors: {
		idiom: 'exceptions' | 'returns' | 'result';
		/** Errors that any call can raise. */
		catch: string[];
		/** Errors by the class of request. */
		throws: Record<string, string[]>;
	};
	types: Record<string, TypeSpec>;
	names: Record<string, string>;
	/** What every binding of a style has in common in this SDK. */
	styleDefaults: Record<string, BindingSpec>;
	bindings: Record<string, Binding>;
	notes: string[];
	file: string;
	place(pointer: string, key?: boolean): Place | undefined;
}

/** The styles of a task in a language: `v1`, `v2`…, or `sdk` where every version makes the same call. */
export function stylesOf(sdk: Sdk, profile: SdkProfile, taskId: string): string[] {
	const common = own(sdk.bindings, taskId);
	if (!common) return [];
	const named = new Set([
		...Object.keys(common.styles ?? {}),
		...Object.keys(own(profile.bindings, taskId)?.styles ?? {}),
	]);
	return named.size > 0 ? Object.keys(sdk.styles).filter((style) => named.has(style)) : ['sdk'];
}

/** The binding of a task in one language and style: the common one with the language's own words over it. */
export function mergeBinding(sdk: Sdk, profile: SdkProfile, taskId: string, style: string): BindingSpec {
	const { styles: commonStyles, ...common } = own(sdk.bindings, taskId) ?? {};
	const { styles: ownStyles, ...specific } = own(profile.bindings, taskId) ?? {};
	const defaults = own(profile.styleDefaults, style);
	return { ...common, ...own(commonStyles, style), ...defaults, ...specific, ...own(ownStyles, style) };
}
