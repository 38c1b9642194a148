import type { Language, View } from './language.ts';
import { type Doc, layOut } from './layout.ts';
import { isMarked, type Region, readMarks, type Span } from './marks.ts';
import { type Place, ProblemError } from './problem.ts';

/** What the code of a compiled template calls, piece by piece in the order of the text. */
export interface TemplateTools {
	/** Writes text of the template itself. */
	text(text: string): void;
	/** `{{name}}`: writes a text or a number of the view. */
	put(value: unknown): void;
	/** `{{fit code 1}}`: writes code laid out after one step of indentation; `after` counts columns that follow. */
	fit(code: Doc, depth: number, after: number): void;
	/** What a view or an item was found to hold under a name, if it does; the place is the name's in the template. */
	held(value: unknown, name: string, file: string, line: number, column: number): unknown;
	/** What `{{#each}}` goes through. */
	list(value: unknown, file: string, line: number, column: number): readonly unknown[];
	/** Whether `{{#if}}` takes a value for true: lists are where they hold something. */
	has(value: unknown): boolean;
	/** `{{#region "call"}}…{{/region}}`: whole lines that a page can fold or stress. */
	open(region: Region['name']): void;
	close(): void;
	/** `{{> name}}` */
	partial(name: string, view: View): void;
}

/** A template as `src/load/compile-template.ts` compiles it. */
export type Template = (tools: TemplateTools) => (view: View) => void;

/** What a template wrote, with the places of placeholders and regions. */
export interface Rendered {
	code: string;
	spans: Span[];
	regions: Region[];
}

/** Renders one of a language's templates. Throws a `ProblemError` where it names what the view does not have. */
export type Render = (template: string, view: View) => Rendered;

/** Makes the templates of a language ready to render. */
export function createRender(language: Language): Render {
	const { rules } = language;
	let pieces: string[] = [];
	let length = 0;
	let spans: Span[] = [];
	let regions: Region[] = [];

	function text(piece: string): void {
		pieces.push(piece);
		length += piece.length;
	}

	function put(value: unknown): void {
		const piece = String(value);
		if (isMarked(piece)) putMarked(piece);
		else text(piece);
	}

	function putMarked(piece: string): void {
		const marked = readMarks(piece, length);
		spans.push(...marked.spans);
		text(marked.code);
	}

	const tools: TemplateTools = {
		text,
		put,
		fit: (code, depth, after) => put(layOut(code, rules, rules.indent.repeat(depth), 0, after)),
		held(value, name, file, line, column) {
			if (value === undefined) throw templateFault(`"${name}" is no name of the view`, { file, line, column });
			return value;
		},
		list(value, file, line, column) {
			if (!Array.isArray(value)) throw templateFault('{{#each}} is given no list', { file, line, column });
			return value;
		},
		has: (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)),
		open: (name) => regions.push({ name, start: length, end: length }),
		close() {
			// Regions do not stand in one another: the last one is the one that is open.
			const region = regions.at(-1);
			if (region) region.end = length;
		},
		partial(name, view) {
			const write = partials.get(name);
			if (!write) throw new RangeError(`${language.id} has no partial "${name}"`);
			write(view);
		},
	};
	const ready = (templates: Readonly<Record<string, Template>>) =>
		new Map(Object.entries(templates).map(([name, template]) => [name, template(tools)]));
	const partials = ready(language.partials);
	const templates = ready(language.templates);
	return (name, view) => {
		const write = templates.get(name);
		if (!write) throw new RangeError(`${language.id} has no template "${name}"`);
		pieces = [];
		length = 0;
		spans = [];
		regions = [];
		write(view);
		return { code: pieces.join(''), spans, regions };
	};
}

function templateFault(message: string, place: Place): ProblemError {
	return new ProblemError({
		severity: 'error',
		code: 'template',
		message,
		hint: "Correct the name in the template, or give the view a field of that name in the language's language.ts.",
		place,
	});
}
