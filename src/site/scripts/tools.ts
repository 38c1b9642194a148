import { copyText } from './copy.ts';
import { shownPanel } from './shown-panel.ts';

const root = document.documentElement;

/** The lines of the call, without the indentation that they share. */
function callText(panel: Element): string {
	const lines = [...panel.querySelectorAll('.call')].map((line) => line.textContent ?? '');
	const depth = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
	return lines.map((line) => line.slice(Number.isFinite(depth) ? Math.min(depth, line.search(/\S|$/)) : 0)).join('');
}

function download(panel: Element): void {
	const url = URL.createObjectURL(
		new Blob([panel.querySelector('pre code')?.textContent ?? ''], { type: 'text/plain' }),
	);
	const anchor = document.createElement('a');
	anchor.href = url;
	anchor.download = panel.querySelector('.file')?.textContent ?? 'sample.txt';
	anchor.click();
	URL.revokeObjectURL(url);
}

/** Turns a way of showing code on or off, on every sample of the page. */
function toggle(name: 'fold' | 'wrap'): void {
	const isOn = root.toggleAttribute(`data-${name}`);
	for (const button of document.querySelectorAll(`[data-tool=${name}]`)) button.ariaPressed = String(isOn);
}

async function use(tool: string, group: Element): Promise<void> {
	const panel = shownPanel(group);
	if (tool === 'fold' || tool === 'wrap') return toggle(tool);
	if (tool === 'compare') return (await import('./compare-dialog.ts')).openCompare(group);
	if (!panel?.querySelector('pre')) return;
	if (tool === 'call') await copyText(callText(panel), group);
	if (tool === 'download') download(panel);
}

document.addEventListener('click', (event) => {
	const target = event.target as Element;
	const tool = target.closest<HTMLElement>('[data-tool]');
	const group = tool?.closest('.samples');
	if (tool && group) void use(tool.dataset.tool ?? '', group);
	for (const open of document.querySelectorAll<HTMLDetailsElement>(':is(.tools, .versions)[open]')) {
		if (tool || !open.contains(target)) open.open = false;
	}
});

document.addEventListener('keydown', (event) => {
	const open = event.key === 'Escape' && document.querySelector<HTMLDetailsElement>(':is(.tools, .versions)[open]');
	if (!open) return;
	open.open = false;
	open.querySelector('summary')?.focus();
});
