import { defineHastPlugin, markdownToHtml } from 'satteri';
import { alignedCells } from './aligned-cells.ts';

/** HTML in a description is shown, not run: descriptions come from files that somebody else may have written. */
const rawAsText = defineHastPlugin({ name: 'raw-as-text', raw: (node) => ({ type: 'text', value: node.value }) });

/** Links of any other scheme lead nowhere. */
const safeLinks = defineHastPlugin({
	name: 'safe-links',
	element: {
		filter: ['a', 'img'],
		visit(node, context) {
			for (const name of ['href', 'src']) {
				const address = node.properties[name];
				if (typeof address === 'string' && /^[a-z][a-z\d+.-]*:/i.test(address) && !/^(https?|mailto):/i.test(address))
					context.setProperty(node, name, '#');
			}
		},
	},
});

/** A description's Markdown (CommonMark) as HTML. */
export function proseHtml(markdown: string): string {
	return markdownToHtml(markdown, {
		hastPlugins: [rawAsText, safeLinks, alignedCells],
		features: { frontmatter: false },
	}).html;
}

/** The same for a place where no block may stand: a single paragraph loses its `<p>`. */
export function phraseHtml(markdown: string): string {
	const html = proseHtml(markdown).trim();
	return html.startsWith('<p>') && html.indexOf('</p>') === html.length - 4 ? html.slice(3, -4) : html;
}

/** A description without its marks, for a meta tag or a search result. */
export function plainProse(markdown: string): string {
	return proseHtml(markdown)
		.replace(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ')
		.trim();
}
