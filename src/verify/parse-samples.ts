import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Fault } from './runner.ts';

/** The grammar of each language, as `@vscode/tree-sitter-wasm` names its files. */
const GRAMMARS: Readonly<Record<string, string>> = {
	python: 'python',
	ruby: 'ruby',
	node: 'javascript',
	php: 'php',
	java: 'java',
	csharp: 'c-sharp',
	go: 'go',
	shell: 'bash',
};

const require = createRequire(import.meta.url);
let ready: Promise<void> | undefined;
const parsers = new Map<string, Promise<Parser | undefined>>();

/**
 * Parses a text with the language's tree-sitter grammar, which needs no toolchain.
 * The faults are the places where the grammar does not fit; undefined where there is no grammar for the language.
 */
export async function parseText(language: string, file: string, text: string): Promise<Fault[] | undefined> {
	const known = parsers.get(language) ?? loadParser(language);
	parsers.set(language, known);
	const parser = await known;
	if (!parser) return undefined;
	const tree = parser.parse(text);
	if (!tree) return [{ file, line: 1, column: 1, message: 'the parser gave up' }];
	try {
		return tree.rootNode.hasError ? faultsOf(tree.rootNode, file) : [];
	} finally {
		tree.delete();
	}
}

async function loadParser(language: string): Promise<Parser | undefined> {
	const name = GRAMMARS[language];
	if (!name) return undefined;
	ready ??= Parser.init();
	await ready;
	const grammar = await Language.load(
		await readFile(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
	);
	const parser = new Parser();
	parser.setLanguage(grammar);
	return parser;
}

/** The innermost places that do not fit, at most ten of them. */
function faultsOf(root: Node, file: string): Fault[] {
	const faults: Fault[] = [];
	const open: Node[] = [root];
	while (open.length > 0 && faults.length < 10) {
		const node = open.pop() as Node;
		if (node.isError || node.isMissing) {
			const { row, column } = node.startPosition;
			const message = node.isMissing
				? `${node.type} is missing`
				: `cannot parse ${JSON.stringify(node.text.slice(0, 40))}`;
			faults.push({ file, line: row + 1, column: column + 1, message });
			continue;
		}
		for (const child of node.children.toReversed()) if (child?.hasError || child?.isMissing) open.push(child);
	}
	return faults;
}
