import type { TypeSpec } from './binding.ts';
import type { Case } from './casing.ts';
import type { HttpCall } from './http-call.ts';
import type { Bracket, Doc, LayoutRules } from './layout.ts';
import type { Parts } from './parts.ts';
import type { Template } from './render.ts';
import type { SdkCall } from './sdk-call.ts';
import type { Value } from './value.ts';

/** What samples have for secrets: placeholders, environment variables, or the reader's own values by name where there are any. */
export type CredentialSource = 'placeholder' | 'env' | Readonly<Record<string, string>>;

/** What a template is rendered with; flat, every name it asks for present. */
export type View = Readonly<Record<string, unknown>>;

/** How a language writes calls. */
export interface CallSyntax {
	/** Between a receiver and its member: `.` or `->`. */
	member: string;
	/** One argument by name: `limit=5`, `limit: 5`. */
	named(name: string, value: Doc): Doc;
	/** The options of a call: a map, a struct, or `undefined` where they stand among the arguments by name. */
	options?(entries: [name: string, value: Doc][], type: string | undefined, spec?: TypeSpec): Doc;
	/** Whether a single map or list begins on the line of its parenthesis, as most formatters leave it. Default: true. */
	hugs?: boolean;
	/** After the last argument when one stands on each line. */
	trailing: '' | ',';
}

/** How documentation that others write holds the language: in fences of Markdown, and in files. */
export interface ForeignText {
	/** What fences call it, beside its id and its grammar: `py`, `golang`. */
	aliases: readonly string[];
	/** The endings of its files, with their dot. */
	extensions: readonly string[];
	/** The name that a file with such a text needs; absent where any does. */
	fileName?(text: string): string | undefined;
	/** Whether a text is no whole file, where the language has to have one. */
	isFragment?(text: string): boolean;
	/** What stands before a text that leaves it out, on the same line. */
	opening?(text: string): string;
}

/** Everything the pipeline has to know about one language. Each lives in `templates/<id>/language.ts`. */
export interface Language {
	/** `python`, `csharp`…: the name on the command line and in the manifest. */
	id: string;
	/** The name readers see on the tab. */
	label: string;
	/** Its icon's name in Devicon's set of one colour (`@iconify-json/devicon-plain`), where it has one. */
	icon?: string;
	/** Shiki's name of its grammar. */
	grammar: string;
	/** tree-sitter's name of its grammar, as `@vscode/tree-sitter-wasm` names its files. */
	treeSitter: string;
	/** How HTTP samples send: shown beside the style switch, e.g. `requests`. */
	httpClient: string;
	/** Whether HTTP samples parse JSON answers; where the standard library has no parser they print the text as it comes. */
	readsJson: boolean;
	/** The file name of a task's sample, from the words of its id. */
	fileName(words: string[]): string;
	rules: LayoutRules;
	foreign: ForeignText;
	/** Begins a comment to the end of the line. */
	comment: string;
	variable: Case;
	/** Words that no variable may be called. */
	reserved: ReadonlySet<string>;
	/** A whole string literal. */
	string(text: string): string;
	/** Text escaped as it stands inside the literal that `string` writes. */
	inside(text: string): string;
	/** Text as it stands in the simpler literal that `interpolate` writes where nothing is escaped; where there is one. */
	plain?(text: string): string;
	/** A string literal that holds variables: `parts` are fixed text, or the code of a variable. */
	interpolate(parts: ({ text: string } | { code: string })[]): string;
	/** A value of the language's own types. */
	literal(value: Value): Doc;
	/** A value of an SDK's structured type. */
	typed?(value: Value, type: string, types: Readonly<Record<string, TypeSpec>>, note: (symbol: string) => void): Doc;
	/** Reads an environment variable, and fails with its name where it is not set. */
	environment(variable: string): string;
	call: CallSyntax;
	/** The view of an HTTP sample, or `{ unsupported }` with the reason why its client cannot send such a request. */
	http(call: HttpCall, printer: Printer): View;
	/** The view of an SDK sample; absent where the language has none. */
	sdk?(call: SdkCall, printer: Printer): View;
	templates: Readonly<Record<string, Template>>;
	partials: Readonly<Record<string, Template>>;
}

/** What the pipeline prints for a language, the same way in all of them. */
export interface Printer {
	language: Language;
	/** `# Remove a short code` without its comment sign: the task's title, fit for a comment. */
	title: string;
	/** The sample's file name without its ending. */
	baseName: string;
	credentials: CredentialSource;
	/** A text in pieces as a string literal; credentials stand in it as variables. */
	text(parts: Parts): string;
	/** The name of the variable that holds a credential. */
	variable(credential: string): string;
	/** The variables that hold the credentials, each with the code of its value. */
	credentialVariables(call: HttpCall): { name: string; value: string; env: string }[];
	/** The client of an SDK, made; without the variable it is bound to. */
	client(call: SdkCall): Doc;
	/** One call of an SDK, without the variable it is bound to. */
	step(call: SdkCall, index: number): Doc;
	/** What walks the pages that the last call gives back: the variable of one item, and what yields them. */
	pages(call: SdkCall): { item: string; over: string } | undefined;
	/** The origins of every symbol that the SDK sample names, sorted, by the profile's `imports`. */
	imports(call: SdkCall): { symbol: string; from: string }[];
}

/** Items between brackets, as the language's formatter breaks them. */
export function bracket(
	open: string,
	close: string,
	items: Doc[],
	more: Omit<Bracket, 'open' | 'close' | 'items'> = {},
): Bracket {
	return { open, close, items, ...more };
}
