import { defineHastPlugin } from 'satteri';

/** Says with a class how a table's column is aligned: the site's policy forbids styles inside of elements. */
export const alignedCells = defineHastPlugin({
	name: 'aligned-cells',
	element: {
		filter: ['th', 'td'],
		visit(node, context) {
			const [, side] = /^text-align: (left|center|right)$/.exec(String(node.properties.style ?? '')) ?? [];
			if (!side) return;
			context.setProperty(node, 'style', null);
			if (side !== 'left') context.setProperty(node, 'class', side === 'right' ? 'align-end' : 'align-center');
		},
	},
});
