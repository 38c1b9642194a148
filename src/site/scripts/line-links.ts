import { shownPanel } from './shown-panel.ts';

const LINES = /^#L(\d+)(?:-L?(\d+))?$/;

/** Marks the lines that the address names, in the first sample of the page, and brings them into sight. */
function mark(): void {
	for (const line of document.querySelectorAll('.code .linked')) line.classList.remove('linked');
	const [, from, to = from] = LINES.exec(location.hash) ?? [];
	const group = document.querySelector('.samples');
	const lines = group && from ? shownPanel(group)?.querySelectorAll<HTMLElement>('pre code > span') : undefined;
	if (!lines) return;
	for (let at = Number(from); at <= Math.min(Number(to), lines.length); at++) lines[at - 1]?.classList.add('linked');
	lines[Number(from) - 1]?.scrollIntoView({ block: 'nearest' });
}

/** A click on a line's number links to the line, with shift to all lines from the one linked before. */
document.addEventListener('click', (event) => {
	const line = (event.target as Element).closest<HTMLElement>('.samples pre code > span');
	if (!line || event.clientX - line.getBoundingClientRect().left > 44) return;
	const at = [...(line.parentElement?.children ?? [])].indexOf(line) + 1;
	const [, before] = LINES.exec(location.hash) ?? [];
	const isRange = event.shiftKey && before !== undefined && Number(before) < at;
	history.replaceState(history.state, '', isRange ? `#L${before}-L${at}` : `#L${at}`);
	mark();
});

addEventListener('hashchange', mark);
mark();
