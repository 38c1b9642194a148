import Handlebars from 'handlebars';
import { KNOWN_HELPERS } from '../core/render.ts';

/**
 * Compiles a Handlebars template to the text of a JavaScript module whose default export is the compiled template.
 * Node (`register-templates.ts`) and the site's bundler (`vite-templates.ts`) both load `.hbs` files through it, so that
 * one and the same code runs in both, and none of it needs `eval` in a browser.
 * Throws Handlebars' own error, with `lineNumber` and `column`, on a template that is malformed or names an unknown helper.
 */
export function compileTemplate(source: string, file: string): string {
	const spec = Handlebars.precompile(source, {
		strict: true,
		noEscape: true,
		preventIndent: true,
		knownHelpers: KNOWN_HELPERS,
		knownHelpersOnly: true,
	});
	return `// ${file}\nexport default ${String(spec)};\n`;
}
