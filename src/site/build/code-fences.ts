import { defineHastPlugin } from 'satteri';
import { highlight } from '../../highlight/highlight.ts';

/** Fences of the guides, coloured by the same highlighter and the same classes as the samples. */
export const codeFences = defineHastPlugin({
	name: 'code-fences',
	element: {
		filter: ['pre'],
		async visit(node, context) {
			const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
			if (code?.type !== 'element') return undefined;
			const classes = [code.properties.className ?? code.properties.class ?? []].flat().map(String);
			const grammar = classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
			const text = context.textContent(node).replace(/\n$/, '');
			const lines = await highlight(text, grammar);
			return {
				type: 'element',
				tagName: 'pre',
				properties: { class: 'code fence not-content', tabindex: '0', dir: 'ltr' },
				children: [
					{
						type: 'element',
						tagName: 'code',
						properties: {},
						children: lines.map((tokens, index) => ({
							type: 'element' as const,
							tagName: 'span',
							properties: {},
							children: [
								...tokens.map(({ kind, text: piece }) =>
									kind
										? {
												type: 'element' as const,
												tagName: 'i',
												properties: { class: kind },
												children: [{ type: 'text' as const, value: piece }],
											}
										: { type: 'text' as const, value: piece },
								),
								...(index < lines.length - 1 ? [{ type: 'text' as const, value: '\n' }] : []),
							],
						})),
					},
				],
			};
		},
	},
});
