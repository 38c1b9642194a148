declare module '*.hbs' {
	/** The template, compiled by `src/load/compile-template.ts`. */
	const template: object;
	export default template;
}

declare module 'handlebars/runtime.js' {
	import Handlebars = require('handlebars');
	export = Handlebars;
}
