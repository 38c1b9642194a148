import type { Language, View } from './language.ts';
import { type Doc, layOut } from './layout.ts';
import { markRegion } from './marks.ts';
import { ProblemError } from './problem.ts';

/** What the code of a compiled template calls: `{{#if}}` is `has`, `{{> name}}` is `partial`, the others are named alike. */
export interface TemplateTools {
	/** What a view or an item holds under a name; the place is the name's in the template. */
	get(holder: View, name: string, line: number, column: number): unknown;
	has(value: unknown): boolean;
	each(items: readonly unknown[], write: (item: unknown) => string): string;
	/** `{{fit code 1}}`: code laid out where it stands after one step of indentation; `after` counts columns that follow. */
	fit(code: Doc, depth: number, after: number): string;
	/** `{{#region "call"}}…{{/region}}`: whole lines that a page can fold or stress. */
	region(name: string, lines: string): string;
	partial(name: string, view: View): string;
}

/** A template as `src/load/compile-template.ts` compiles it. */
export type Template = (tools: TemplateTools) => (view: View) => string;

/** Renders one of a language's templates. Throws a `ProblemError` where it names what the view does not have. */
export type Render = (template: string, view: View) => string;

/** Makes the templates of a language ready to render. */
export function createRender(language: Language): Render {
	const { rules } = language;
	const partials = new Map<string, (view: View) => string>();
	const toolsOf = (template: string): TemplateTools => ({
		get(holder, name, line, column) {
			const value = holder[name];
			if (value === undefined) throw missing(`templates/${language.id}/${template}.hbs`, name, line, column);
			return value;
		},
		has: (value) => Boolean(value) && !(Array.isArray(value) && value.length === 0),
		each(items, write) {
			let text = '';
			for (const item of items) text += write(item);
			return text;
		},
		fit: (code, depth, after) => layOut(code, rules, rules.indent.repeat(depth), 0, after),
		region: markRegion,
		partial(name, view) {
			const write = partials.get(name);
			if (!write) throw new RangeError(`${language.id} has no partial "${name}"`);
			return write(view);
		},
	});
	for (const [name, template] of Object.entries(language.partials)) {
		partials.set(name, template(toolsOf(`_${name}`)));
	}
	const templates = new Map(
		Object.entries(language.templates).map(([name, template]) => [name, template(toolsOf(name))]),
	);
	return (name, view) => {
		const write = templates.get(name);
		if (!write) throw new RangeError(`${language.id} has no template "${name}"`);
		return write(view);
	};
}

function missing(file: string, name: string, line: number, column: number): ProblemError {
	return new ProblemError({
		severity: 'error',
		code: 'template',
		message: `The view has no "${name}".`,
		hint: "Correct the name in the template, or give the view a field of that name in the language's language.ts.",
		place: { file, line, column },
	});
}
