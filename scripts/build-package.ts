// Writes `lib/`, what the package holds: the sources as JavaScript, for Node runs no TypeScript below `node_modules`.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const lib = join(root, 'lib');

/** Starlight looks for this file under this very name; the site's bundler reads it as it is. */
const KEPT = new Set(['src/site/content.config.ts']);

const options: ts.CompilerOptions = {
	target: ts.ScriptTarget.ES2024,
	module: ts.ModuleKind.Preserve,
	jsx: ts.JsxEmit.ReactJSX,
	jsxImportSource: 'preact',
	verbatimModuleSyntax: true,
};

/** The text with its relative paths of TypeScript leading to JavaScript: in imports, and where a bundler finds workers or globs. */
function redirectPaths(text: string): string {
	return text.replace(/(['"`])(\.{1,2}\/[^'"`\n]+)\.tsx?\1/g, '$1$2.js$1');
}

function write(path: string): void {
	const from = join(root, path);
	const to = join(lib, path);
	mkdirSync(dirname(to), { recursive: true });
	if (/\.(astro|mdx)$/.test(path) || KEPT.has(path)) writeFileSync(to, redirectPaths(readFileSync(from, 'utf8')));
	else if (/\.tsx?$/.test(path)) writeFileSync(to.replace(/\.tsx?$/, '.js'), compile(path));
	else cpSync(from, to);
}

function compile(path: string): string {
	const text = readFileSync(join(root, path), 'utf8');
	return redirectPaths(ts.transpileModule(text, { compilerOptions: options, fileName: path }).outputText);
}

rmSync(lib, { recursive: true, force: true });
for (const folder of ['src', 'templates', 'public']) {
	for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name).slice(root.length + 1);
		if (entry.isFile() && !path.endsWith('.d.ts')) write(path);
	}
}

// The one module that a project imports is the one whose types it needs.
const config = 'src/load/config.ts';
const { outputText } = ts.transpileDeclaration(readFileSync(join(root, config), 'utf8'), { fileName: config });
writeFileSync(join(lib, config.replace('.ts', '.d.ts')), outputText);
