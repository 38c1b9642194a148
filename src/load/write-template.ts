import { type Problem, ProblemError } from '../core/problem.ts';

/** The helpers that templates may use. */
const HELPERS = ['if', 'unless', 'each', 'fit', 'region'];

/**
 * The code of a template, from Handlebars' syntax tree: a function of `TemplateTools` (see `src/core/render.ts`) that
 * gives a function of a view. Handlebars' own code looks helpers up by name for every sample, which takes ten times as long.
 * Throws a `ProblemError` with the place of what templates cannot do.
 */
export function writeTemplate(program: hbs.AST.Program, file: string): string {
	const body = block(program, { file, scope: ['view'] });
	const tools = '{ text, put, held, list, has, fit, open, close, partial }';
	return `(${tools}, file = ${JSON.stringify(file.replaceAll('\\', '/'))}) => (view) => {\n${body}}`;
}

interface Writer {
	file: string;
	/** The variables that hold the view and the item of each `{{#each}}` around, the innermost last. */
	scope: readonly string[];
}

function block(program: hbs.AST.Program | undefined, writer: Writer): string {
	return (program?.body ?? []).map((statement) => `${write(statement, writer)}\n`).join('');
}

function write(statement: hbs.AST.Statement, writer: Writer): string {
	switch (statement.type) {
		case 'CommentStatement':
			return '';
		case 'ContentStatement': {
			const { value } = statement as hbs.AST.ContentStatement;
			return value === '' ? '' : `text(${JSON.stringify(value)});`;
		}
		case 'PartialStatement': {
			const { name, indent } = statement as hbs.AST.PartialStatement;
			const { original } = name as hbs.AST.PathExpression;
			return `text(${JSON.stringify(indent)}); partial(${JSON.stringify(original)}, ${writer.scope.at(-1)});`;
		}
		case 'MustacheStatement':
			return mustache(statement as hbs.AST.MustacheStatement, writer);
		case 'BlockStatement':
			return helper(statement as hbs.AST.BlockStatement, writer);
		default:
			throw refused(statement, `Templates have no ${statement.type}.`, writer);
	}
}

function mustache({ path, params, hash, loc }: hbs.AST.MustacheStatement, writer: Writer): string {
	if (params.length === 0) return `put(${value(path, writer)});`;
	const [code, depth] = params;
	const name = (path as hbs.AST.PathExpression).original;
	if (name !== 'fit' || !code || !depth) throw unknownHelper({ loc }, name, writer);
	const after = hash?.pairs.find(({ key }) => key === 'after');
	return `fit(${value(code, writer)}, ${value(depth, writer)}, ${after ? value(after.value, writer) : 0});`;
}

function helper({ path, params, program, inverse, loc }: hbs.AST.BlockStatement, writer: Writer): string {
	const name = path.original;
	const [first] = params;
	if (!first) throw unknownHelper({ loc }, name, writer);
	const given = value(first, writer);
	const { line, column } = first.loc.start;
	const item = `item${writer.scope.length}`;
	switch (name) {
		case 'if':
			return `if (has(${given})) {\n${block(program, writer)}} else {\n${block(inverse, writer)}}`;
		case 'unless':
			return `if (has(${given})) {\n${block(inverse, writer)}} else {\n${block(program, writer)}}`;
		case 'each': {
			const body = block(program, { ...writer, scope: [...writer.scope, item] });
			const none = inverse ? `if (!has(${given})) {\n${block(inverse, writer)}}` : '';
			return `for (const ${item} of list(${given}, file, ${line}, ${column + 1})) {\n${body}}${none}`;
		}
		case 'region':
			return `open(${given});\n${block(program, writer)}close();`;
		default:
			throw unknownHelper({ loc }, name, writer);
	}
}

/** A literal, the item itself (`this`), or what the view, an item or one around it holds under a name. */
function value(expression: hbs.AST.Expression, writer: Writer): string {
	const { type, loc } = expression;
	if (/^(String|Number|Boolean)Literal$/.test(type)) {
		return JSON.stringify((expression as hbs.AST.StringLiteral).value);
	}
	const { parts, depth, data, original } = expression as hbs.AST.PathExpression;
	const owner = writer.scope.at(-1 - depth);
	if (type !== 'PathExpression' || data || !owner) {
		throw refused(expression, `Templates have no ${original ?? type}.`, writer);
	}
	const place = `file, ${loc.start.line}, ${loc.start.column + 1}`;
	// The name stands in the code itself: engines are quickest where one place reads one name.
	return parts.reduce((holder, part) => {
		const name = JSON.stringify(part);
		return `held(${holder}[${name}], ${name}, ${place})`;
	}, owner);
}

function unknownHelper(node: Pick<hbs.AST.Node, 'loc'>, name: string, writer: Writer): ProblemError {
	const known = HELPERS.includes(name);
	return refused(node, known ? `{{${name}}} is given too little.` : `There is no helper "${name}".`, writer);
}

function refused({ loc }: Pick<hbs.AST.Node, 'loc'>, message: string, { file }: Writer): ProblemError {
	const problem: Problem = {
		severity: 'error',
		code: 'template-syntax',
		message,
		hint: `Helpers are: ${HELPERS.join(', ')}.`,
		place: { file, line: loc.start.line, column: loc.start.column + 1 },
	};
	return new ProblemError(problem);
}
