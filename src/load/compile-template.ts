import Handlebars from 'handlebars';
import { type Problem, ProblemError } from '../core/problem.ts';
import { writeTemplate } from './write-template.ts';

/**
 * Compiles a Handlebars template to the text of a JavaScript module whose default export is the compiled template.
 * Node (`register-templates.ts`) and the site's bundler (`vite-templates.ts`) both load `.hbs` files through it, so that
 * one and the same code runs in both, and none of it needs `eval` in a browser.
 * Throws a `ProblemError` with the place of what is malformed, or of a helper that does not exist.
 */
export function compileTemplate(source: string, file: string): string {
	return `// ${file}\nexport default ${writeTemplate(parse(source, file), file)};\n`;
}

function parse(source: string, file: string): hbs.AST.Program {
	try {
		return Handlebars.parse(source);
	} catch (error) {
		throw new ProblemError(syntaxProblem(error as HandlebarsError, file));
	}
}

interface HandlebarsError {
	message: string;
	lineNumber?: number;
	column?: number;
}

/** Handlebars names the line of a syntax error in its message only, followed by a drawing of it. */
function syntaxProblem({ message, lineNumber, column }: HandlebarsError, file: string): Problem {
	const parse = /^Parse error on line (\d+):\n([^\n]*)\n(-*)\^/.exec(message);
	const [reason = message] = message.replace(/^.*\n.*\n-*\^\n/, '').split('\n');
	return {
		severity: 'error',
		code: 'template-syntax',
		message: reason.replace(/ - \d+:\d+$/, '').replace(/^Expecting .*, got /, 'Unexpected '),
		hint: 'Correct the template at this line.',
		place: { file, line: lineNumber ?? Number(parse?.[1] ?? 1), column: (column ?? 0) + 1 },
	};
}
