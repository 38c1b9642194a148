import { type Doc, type LayoutRules, layOut } from '../../src/core/layout.ts';

const RULES: LayoutRules = { width: 100, indent: '    ' };

/** A statement at so many columns: what closes a call stays on its last line, a brace that opens has its own. */
export function statement(code: Doc, margin: number): string {
	const indent = ' '.repeat(margin);
	const text = layOut(code, RULES, indent, 0, 1);
	if (!text.includes('\n')) return `${text};`;
	// No literal in it holds a line break, so that line ends are those of the layout.
	return `${indent}${text};`
		.replace(/\n *\)/g, ')')
		.replace(/^( *)(.*\S) \{$/gm, '$1$2\n$1{')
		.slice(margin);
}
