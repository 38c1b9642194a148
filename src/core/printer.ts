import { recase } from './casing.ts';
import { bracket, type Language, type Printer } from './language.ts';
import { type Doc, flat } from './layout.ts';
import { markPlaceholder, plainText } from './marks.ts';
import { own } from './own.ts';
import type { SdkArgument, SdkCall } from './sdk-call.ts';
import type { Value } from './value.ts';

/** Makes the printer of one sample. */
export function createPrinter(
	language: Language,
	{ title, baseName, credentials }: Pick<Printer, 'title' | 'baseName' | 'credentials'>,
): Printer {
	const variable = (name: string) => {
		const cased = recase(name, language.variable);
		return language.reserved.has(cased) ? `${cased}_` : cased;
	};
	const secret = (credential: { name: string; env: string }) => {
		if (credentials === 'env') return language.environment(credential.env);
		const value = typeof credentials === 'object' ? own(credentials, credential.name) : undefined;
		return value === undefined ? placeholderLiteral(language, credential.name) : language.string(value.toWellFormed());
	};
	const noted = new Set<string>();

	function argument(call: SdkCall, { what, wrap }: SdkArgument): Doc {
		if ('code' in what) return what.code;
		if ('credential' in what) return secret(what.credential);
		const plain = 'fields' in what ? structure(call, what.fields, what.type) : literalOf(call, what.value, what.type);
		return wrap ? [`${wrap}(`, plain, ')'] : plain;
	}

	function literalOf(call: SdkCall, value: Value, type: string | undefined): Doc {
		if (!type || !language.typed) return literalWith(language, value);
		return language.typed(value, type, call.profile.types, (symbol) => noted.add(symbol));
	}

	/** Options as the language writes them together; among the arguments by name where it has no such thing. */
	function structure(call: SdkCall, args: SdkArgument[], type: string | undefined): Doc {
		const { options, named } = language.call;
		const entries = args.map((arg): [string, Doc] => [arg.name, argument(call, arg)]);
		if (!options) return entries.map(([name, value], index) => [index ? ', ' : '', named(name, value)]);
		return options(entries, type, own(call.profile.types, type?.replace(/^[&*]/, '') ?? ''));
	}

	function argumentList(call: SdkCall, args: SdkArgument[], optionArgs: SdkArgument[], optionsType?: string): Doc {
		const { call: syntax } = language;
		const listed = args
			.filter(({ place }) => place !== 'builder')
			.map((arg): Doc => {
				const value = argument(call, arg);
				return arg.place === 'named' ? syntax.named(arg.name, value) : value;
			});
		const options = optionArgs.filter(({ place }) => place !== 'builder');
		const inside = options.filter(({ place }) => place === 'option');
		for (const arg of options) {
			if (arg.place === 'option') continue;
			listed.push(arg.place === 'named' ? syntax.named(arg.name, argument(call, arg)) : argument(call, arg));
		}
		if (inside.length > 0) {
			if (syntax.options) listed.push(structure(call, inside, optionsType));
			else listed.push(...inside.map((arg) => syntax.named(arg.name, argument(call, arg))));
		}
		const only = syntax.hugs !== false && listed.length === 1 && hugs(listed[0]);
		return only ? ['(', ...listed, ')'] : bracket('(', ')', listed, { trailing: syntax.trailing });
	}

	return {
		language,
		title: plainText(title),
		baseName,
		credentials,
		variable,
		text(parts) {
			if (parts.every((part) => typeof part === 'string')) return language.string(parts.join(''));
			const [only] = parts;
			if (parts.length === 1 && typeof only === 'object' && 'placeholder' in only && !only.encoded)
				return placeholderLiteral(language, only.placeholder);
			return language.interpolate(
				parts.map((part) => {
					if (typeof part === 'string') return { text: language.inside(part) };
					if ('credential' in part) return { code: variable(part.credential) };
					const form = part.encoded ? 'url' : part.json ? 'json' : part.xml ? 'xml' : 'inside';
					return { text: markPlaceholder(part.placeholder, form, language.inside(`<${part.placeholder}>`)) };
				}),
			);
		},
		credentialVariables: (call) =>
			call.credentials.map((credential) => ({
				name: variable(credential.name),
				value: secret(credential),
				env: credential.env,
			})),
		client: (call) => [call.client.construct, argumentList(call, call.client.args, [])],
		step(call, index) {
			const step = call.steps[index];
			if (!step) throw new RangeError(`no step ${index}`);
			const { member } = language.call;
			const target = [step.receiver, ...step.path, step.call].filter(Boolean).join(member);
			const builder = [...step.args, ...step.options].filter(({ place }) => place === 'builder');
			const head: Doc = [target, argumentList(call, step.args, step.options, step.optionsType)];
			if (builder.length === 0 && !step.terminal) return head;
			const setters = builder.map((arg): Doc => [`${member}${arg.name}(`, argument(call, arg), ')']);
			return {
				head: [step.receiver, ...step.path].filter(Boolean).join(member),
				links: [
					[`${member}${step.call}`, argumentList(call, step.args, step.options, step.optionsType)],
					...setters,
					...(step.terminal ? [`${member}${step.terminal}()`] : []),
				],
			};
		},
		pages(call) {
			const { bind = '', each } = call.steps.at(-1) ?? {};
			if (!each) return undefined;
			const yields =
				each.call === undefined ? [] : [language.call.member, each.call, argumentList(call, each.args, [])];
			return { item: each.bind, over: flat([bind, ...yields]) };
		},
		imports(call) {
			const { imports } = call.profile;
			return [...new Set([...call.symbols, ...noted])]
				.filter((symbol) => Object.hasOwn(imports, symbol))
				.map((symbol) => ({ symbol, from: imports[symbol] ?? '' }))
				.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.symbol < b.symbol ? -1 : 1));
		},
	};
}

/** A value as the language writes it, with its placeholders marked. */
export function literalWith(language: Language, value: Value): Doc {
	return value.kind === 'placeholder' ? placeholderLiteral(language, value.name) : language.literal(value);
}

/** A placeholder as a whole string literal, marked. */
export function placeholderLiteral(language: { string(text: string): string }, name: string): string {
	return markPlaceholder(name, 'literal', language.string(`<${name}>`));
}

/** A single map or list hugs its parentheses: `create({` rather than a line of its own. */
function hugs(doc: Doc | undefined): boolean {
	return typeof doc === 'object' && !Array.isArray(doc) && 'items' in doc;
}
