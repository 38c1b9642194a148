import Handlebars from 'handlebars/runtime.js';
import type { Language, View } from './language.ts';
import { type Doc, layOut } from './layout.ts';
import { markRegion } from './marks.ts';
import { ProblemError } from './problem.ts';

/** Helpers that templates may use, beside `if`, `unless` and `each`; the compiler refuses any other name. */
export const KNOWN_HELPERS = { fit: true, region: true } as const;

/** Renders one of a language's templates. Throws a `ProblemError` where it names what the view does not have. */
export type Render = (template: string, view: View) => string;

/** An instance of Handlebars for one language, so that no language's helpers or partials reach another's. */
export function createRender(language: Language): Render {
	const handlebars = Handlebars.create();
	const builtIn = { ...handlebars.helpers };
	for (const name of ['if', 'unless', 'each'] as const) {
		handlebars.registerHelper(name, function (this: unknown, value: unknown, options: unknown) {
			if (value === undefined) throw new TypeError(`{{#${name}}} is given a name that the view does not have`);
			return (builtIn[name] as (...given: unknown[]) => unknown).call(this, value, options);
		});
	}
	/** `{{fit code 1}}`: code laid out where it stands after one step of indentation; `after` counts columns that follow. */
	handlebars.registerHelper('fit', (doc: Doc | undefined, depth: number, options: { hash: { after?: number } }) => {
		if (doc === undefined) throw new TypeError('{{fit}} is given a name that the view does not have');
		return layOut(doc, language.rules, language.rules.indent.repeat(depth), 0, options.hash.after ?? 0);
	});
	/** `{{#region "call"}}…{{/region}}`: whole lines that a page can fold or stress. */
	handlebars.registerHelper('region', function (this: unknown, name: string, options: Handlebars.HelperOptions) {
		return markRegion(name, options.fn(this));
	});
	const compiled = new Map<string, Handlebars.TemplateDelegate>();
	for (const [name, spec] of Object.entries(language.templates))
		compiled.set(name, handlebars.template(named(spec, language, name)));
	for (const [name, spec] of Object.entries(language.partials)) {
		handlebars.registerPartial(name, handlebars.template(named(spec, language, `_${name}`)));
	}
	return (name, view) => {
		const template = compiled.get(name);
		if (!template) throw new RangeError(`${language.id} has no template "${name}"`);
		return template(view);
	};
}

type Main = (...given: unknown[]) => unknown;

/** A compiled template whose faults say which file they come from. */
function named(spec: object, language: Language, name: string): object {
	const main = (spec as { main: Main }).main;
	const wrapped: Main = (...given) => {
		try {
			return main(...given);
		} catch (error) {
			if (error instanceof ProblemError) throw error;
			const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
			throw new ProblemError({
				severity: 'error',
				code: 'template',
				message: message.replace(/ - \d+:\d+$/, ''),
				hint: "Correct the name in the template, or give the view a field of that name in the language's language.ts.",
				place: { file: `templates/${language.id}/${name}.hbs`, line: lineNumber ?? 1, column: (column ?? 0) + 1 },
			});
		}
	};
	return { ...spec, main: wrapped };
}
