import type { SdkProfile } from '../core/binding.ts';
import { stylesOf } from '../core/binding.ts';
import { chooseValues } from '../core/call.ts';
import { own } from '../core/own.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Api } from '../core/sample.ts';
import { symbolOf } from '../core/sdk-argument.ts';
import { type SdkArgument, type SdkCall, toSdkCall } from '../core/sdk-call.ts';
import type { Member, Route } from './sdk-names.ts';

/** The way to the call of one task in one style. */
export interface CallRoute {
	task: string;
	style: string;
	route: Route;
}

/** What an API's bindings come to in one language. */
export interface BoundCalls {
	routes: CallRoute[];
	/** Tasks that the SDK is said to lack, and those that no binding speaks of. */
	unsupported: string[];
	missing: string[];
	bound: string[];
	/** What is wrong with a binding itself. */
	problems: Problem[];
}

/** Reads the bindings of every task in one language, and the ways through the SDK that they take. */
export function boundCalls(api: Api, profile: SdkProfile, value: (credential: string) => string): BoundCalls {
	const calls: BoundCalls = { routes: [], unsupported: [], missing: [], bound: [], problems: [] };
	const { sdk } = api;
	for (const task of api.tasks) {
		const styles = sdk ? stylesOf(sdk, profile, task.id) : [];
		if (!sdk || styles.length === 0) {
			calls.missing.push(task.id);
			continue;
		}
		let supported = false;
		for (const style of styles) {
			try {
				const find = (id: string) => api.tasks.find((other) => other.id === id);
				const call = toSdkCall(chooseValues(task), style, { sdk, profile, task: find });
				if ('unsupported' in call) continue;
				supported = true;
				calls.routes.push({ task: task.id, style, route: routeOf(call, value) });
			} catch (error) {
				if (!(error instanceof ProblemError)) throw error;
				supported = true;
				calls.problems.push(error.problem);
			}
		}
		(supported ? calls.bound : calls.unsupported).push(task.id);
	}
	return calls;
}

/** From the client, or a class, to the last call. */
function routeOf(call: SdkCall, value: (credential: string) => string): Route {
	const { client, profile, steps } = call;
	const first = steps[0]?.receiver ?? '';
	const made = client.variable !== undefined && first === client.variable;
	// A call on a class begins there, and leaves behind whatever another object was fetched for.
	const begin = Math.max(
		0,
		steps.findLastIndex(({ receiver }) => receiver !== client.variable && /^[A-Z\\]/.test(receiver)),
	);
	const last = steps.slice(made ? 0 : begin);
	const root = made ? client.construct : (last[0]?.receiver ?? '');
	return {
		root,
		from: profile.imports[symbolOf(root)] ?? '',
		made,
		named: [...(steps.at(-1)?.args ?? []), ...(steps.at(-1)?.options ?? [])].flatMap(({ place, name }) =>
			place === 'named' ? [name] : [],
		),
		args: argsOf(client.args, value),
		members: last.flatMap(({ path, call: name, terminal, type }): Member[] => {
			const gives = type && own(profile.imports, type);
			const given = gives ? { gives } : {};
			const calls = [name, ...(terminal ? [terminal] : [])].map((called): Member => ({ name: called, called: true }));
			return [
				...path.flatMap(membersOf),
				...calls.slice(0, -1),
				...calls.slice(-1).map((end) => ({ ...end, ...given })),
			];
		}),
	};
}

/** `v1().customers` are two members, of which the first is called. */
function membersOf(text: string): Member[] {
	return text.split('.').map((part) => ({ name: part.replace(/\(.*$/, ''), called: part.includes('(') }));
}

function argsOf(args: readonly SdkArgument[], value: (credential: string) => string): Route['args'] {
	const sorted: Route['args'] = { positional: [], named: {}, options: {} };
	for (const { place, name, what } of args) {
		if (!('credential' in what)) continue;
		const text = value(what.credential.name);
		if (place === 'named') sorted.named[name] = text;
		else if (place === 'option') sorted.options[name] = text;
		else sorted.positional.push(text);
	}
	return sorted;
}
