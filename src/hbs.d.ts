declare module '*.hbs' {
	/** The template, compiled by `src/load/compile-template.ts`. */
	const template: import('./core/render.ts').Template;
	export default template;
}
