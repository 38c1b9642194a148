import Handlebars from 'handlebars';
import { type Problem, ProblemError } from '../core/problem.ts';
import { KNOWN_HELPERS } from '../core/render.ts';

/**
 * Compiles a Handlebars template to the text of a JavaScript module whose default export is the compiled template.
 * Node (`register-templates.ts`) and the site's bundler (`vite-templates.ts`) both load `.hbs` files through it, so that
 * one and the same code runs in both, and none of it needs `eval` in a browser.
 * Throws a `ProblemError` with the place of what is malformed, or of a helper that does not exist.
 */
export function compileTemplate(source: string, file: string): string {
	try {
		const spec = Handlebars.precompile(source, {
			strict: true,
			noEscape: true,
			preventIndent: true,
			knownHelpers: KNOWN_HELPERS,
			knownHelpersOnly: true,
		});
		return `// ${file}\nexport default ${String(spec)};\n`;
	} catch (error) {
		throw new ProblemError(templateProblem(error as HandlebarsError, file));
	}
}

interface HandlebarsError {
	message: string;
	lineNumber?: number;
	column?: number;
}

/** Handlebars names the line of a syntax error in its message only, followed by a drawing of it. */
function templateProblem({ message, lineNumber, column }: HandlebarsError, file: string): Problem {
	const parse = /^Parse error on line (\d+):\n([^\n]*)\n(-*)\^/.exec(message);
	const [reason = message] = message.replace(/^.*\n.*\n-*\^\n/, '').split('\n');
	const unknown = /used the unknown helper (\S+)/.exec(message)?.[1];
	return {
		severity: 'error',
		code: 'template-syntax',
		message: unknown
			? `There is no helper "${unknown}".`
			: reason.replace(/ - \d+:\d+$/, '').replace(/^Expecting .*, got /, 'Unexpected '),
		hint: unknown
			? `Helpers are: if, unless, each, ${Object.keys(KNOWN_HELPERS).join(', ')}.`
			: 'Correct the template at this line.',
		place: { file, line: lineNumber ?? Number(parse?.[1] ?? 1), column: (column ?? 0) + 1 },
	};
}
