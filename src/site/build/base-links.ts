import {
	defineHastPlugin,
	type HastVisitorContext,
	type MdxJsxFlowElementHast,
	type MdxJsxTextElementHast,
} from 'satteri';

type JsxElement = Readonly<MdxJsxFlowElementHast | MdxJsxTextElementHast>;

const ATTRIBUTES: Readonly<Record<string, string>> = { a: 'href', img: 'src' };

/** Puts the path that the site is published below before links of the guides that begin at its root. */
export function baseLinks(base: string) {
	const below = (address: unknown) =>
		typeof address === 'string' && /^\/(?!\/)/.test(address) ? base + address : undefined;
	return defineHastPlugin({
		name: 'base-links',
		element: {
			filter: Object.keys(ATTRIBUTES),
			visit(node, context) {
				const name = ATTRIBUTES[node.tagName] ?? '';
				const address = below(node.properties[name]);
				if (address) context.setProperty(node, name, address);
			},
		},
		mdxJsxFlowElement: { filter: Object.keys(ATTRIBUTES), visit: visitJsx },
		mdxJsxTextElement: { filter: Object.keys(ATTRIBUTES), visit: visitJsx },
	});

	function visitJsx(node: JsxElement, context: HastVisitorContext): void {
		const name = ATTRIBUTES[node.name ?? ''] ?? '';
		const attribute = node.attributes.find((candidate) => 'name' in candidate && candidate.name === name);
		const address = attribute && 'value' in attribute ? below(attribute.value) : undefined;
		if (address) context.setProperty(node, name, address);
	}
}
