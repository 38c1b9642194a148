import { defineHastPlugin } from 'satteri';

/** Lets a wide table of a guide scroll by itself, for the keyboard too. */
export const scrollTables = defineHastPlugin({
	name: 'scroll-tables',
	element: {
		filter: ['table'],
		visit: (node) => ({
			type: 'element',
			tagName: 'div',
			properties: { class: 'table-scroll', tabindex: '0' },
			children: [node],
		}),
	},
});
