import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Fault } from './runner.ts';

const require = createRequire(import.meta.url);
let ready: Promise<void> | undefined;
const parsers = new Map<string, Promise<Parser>>();

/**
 * Parses a text with a tree-sitter grammar, by its name in `@vscode/tree-sitter-wasm`; no toolchain is needed.
 * The faults are the places where the grammar does not fit.
 */
export async function parseText(grammar: string, file: string, text: string): Promise<Fault[]> {
	const known = parsers.get(grammar) ?? loadParser(grammar);
	parsers.set(grammar, known);
	const parser = await known;
	const tree = parser.parse(text);
	if (!tree) return [{ file, line: 1, column: 1, message: 'the parser gave up' }];
	try {
		return tree.rootNode.hasError ? faultsOf(tree.rootNode, file) : [];
	} finally {
		tree.delete();
	}
}

/** The texts of every node of a kind, such as the names of the commands that a script calls. */
export async function textsOf(grammar: string, text: string, kind: string): Promise<string[]> {
	const known = parsers.get(grammar) ?? loadParser(grammar);
	parsers.set(grammar, known);
	const tree = (await known).parse(text);
	if (!tree) return [];
	try {
		return tree.rootNode.descendantsOfType(kind).flatMap((node) => (node ? [node.text] : []));
	} finally {
		tree.delete();
	}
}

async function loadParser(name: string): Promise<Parser> {
	ready ??= Parser.init();
	await ready;
	const file = require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`);
	const grammar = await Language.load(await readFile(file));
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
