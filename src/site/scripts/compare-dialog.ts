import { differenceRows, isSame } from './line-difference.ts';

/** One sample that can be compared. */
interface Side {
	label: string;
	lines: HTMLElement[];
}

/** Opens a dialog that shows two samples of the chosen language side by side, what differs marked. */
export function openCompare(group: Element): void {
	const { lang, style } = document.documentElement.dataset;
	const sides = readSides(group, lang ?? '');
	const dialog = make('dialog', 'compare');
	dialog.ariaLabel = 'Compare two styles';
	const labels = [...sides.keys()];
	const first = labels.find((key) => key.split(' ').includes(style ?? '')) ?? labels[0] ?? '';
	const second = labels.find((key) => key !== first) ?? first;
	const [left, right] = [select(sides, 'Left', first), select(sides, 'Right', second)];
	const body = make('div', 'compare-body');
	body.tabIndex = 0;
	const close = make('button', 'search-close');
	close.type = 'button';
	close.textContent = 'Close';
	close.addEventListener('click', () => dialog.close());
	const head = make('div', 'compare-head');
	head.append(left, right, close);
	const draw = () => body.replaceChildren(table(sides.get(left.value), sides.get(right.value)));
	left.addEventListener('change', draw);
	right.addEventListener('change', draw);
	dialog.append(head, body);
	dialog.addEventListener('close', () => dialog.remove());
	dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
	document.body.append(dialog);
	draw();
	dialog.showModal();
}

/** The samples of one language, by the styles that they serve. */
function readSides(group: Element, language: string): Map<string, Side> {
	const sides = new Map<string, Side>();
	for (const panel of group.querySelectorAll<HTMLElement>('.panel')) {
		const styles = (panel.dataset.for ?? '').split(' ').filter((each) => each.startsWith(`${language}:`));
		const lines = [...panel.querySelectorAll<HTMLElement>('pre code > span')];
		if (styles.length === 0 || lines.length === 0) continue;
		const label = panel.querySelector('.panel-title')?.textContent?.trim() ?? '';
		sides.set(styles.map((each) => each.slice(language.length + 1)).join(' '), { label, lines });
	}
	return sides;
}

function select(sides: ReadonlyMap<string, Side>, label: string, chosen: string): HTMLSelectElement {
	const made = make('select', 'theme-select');
	made.ariaLabel = label;
	for (const [value, side] of sides) made.add(new Option(side.label, value, false, value === chosen));
	return made;
}

function table(left: Side | undefined, right: Side | undefined): HTMLElement {
	const made = make('table', 'code compare-table');
	const texts = [left, right].map((side) => side?.lines.map((line) => line.textContent?.trimEnd() ?? '') ?? []);
	const [leftTexts = [], rightTexts = []] = texts;
	for (const row of differenceRows(leftTexts, rightTexts)) {
		const line = made.insertRow();
		const same = isSame(row, leftTexts, rightTexts);
		line.append(...cells(left, row.left, same ? '' : 'gone'), ...cells(right, row.right, same ? '' : 'come'));
	}
	return made;
}

function cells(side: Side | undefined, index: number | undefined, change: string): HTMLElement[] {
	const number = make('td', 'compare-number');
	const code = make('td', index === undefined ? 'none' : change);
	const line = index === undefined ? undefined : side?.lines[index];
	number.textContent = index === undefined ? '' : String(index + 1);
	code.append(...[...(line?.childNodes ?? [])].map((node) => node.cloneNode(true)));
	return [number, code];
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	made.className = className;
	return made;
}
