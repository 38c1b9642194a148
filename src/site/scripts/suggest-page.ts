/** How many addresses are offered. */
const OFFERED = 3;

/** How alike two texts are: the share of letter pairs that they have in common, 0 to 1. */
function likeness(a: string, b: string): number {
	const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
	const rest = pairs(b);
	const total = pairs(a).length + rest.length;
	const shared = pairs(a).filter((pair) => {
		const at = rest.indexOf(pair);
		if (at >= 0) rest.splice(at, 1);
		return at >= 0;
	}).length;
	return total === 0 ? 0 : (2 * shared) / total;
}

const asked = location.pathname
	.replace(/^.*\/(?=[^/]+\/?$)/, '')
	.replaceAll(/[^a-z\d]+/gi, '')
	.toLowerCase();
const links = [...document.querySelectorAll<HTMLAnchorElement>('.resources li a')];
const best = links
	.map((link) => {
		const name = link.pathname.split('/').filter(Boolean).at(-1) ?? '';
		return { link, score: likeness(asked, name.replaceAll('-', '')) };
	})
	.filter(({ score }) => score > 0.5)
	.sort((a, b) => b.score - a.score)
	.slice(0, OFFERED);

const list = document.querySelector<HTMLElement>('.suggestions');
const intro = document.querySelector('[data-suggest-intro]');
if (list && intro && best.length > 0) {
	intro.textContent = 'Did you mean one of these?';
	list.append(
		...best.map(({ link }) => {
			const item = document.createElement('li');
			const anchor = document.createElement('a');
			anchor.href = link.href;
			anchor.textContent = link.querySelector('span')?.textContent ?? link.pathname;
			item.append(anchor);
			return item;
		}),
	);
	list.hidden = false;
}
