import { focusNext } from './tabs.ts';

/** Shows one of the documented answers; which of them is nobody's choice to keep. */
function show(tab: HTMLElement): void {
	const group = tab.closest('.answers');
	for (const other of group?.querySelectorAll<HTMLElement>('[role=tab]') ?? []) {
		other.ariaSelected = String(other === tab);
		other.tabIndex = other === tab ? 0 : -1;
		const panel = document.getElementById(other.dataset.panel ?? '');
		panel?.toggleAttribute('data-shown', other === tab);
	}
}

for (const group of document.querySelectorAll('.answers')) {
	for (const tab of group.querySelectorAll<HTMLElement>('[role=tab]')) {
		const panel = document.getElementById(tab.dataset.panel ?? '');
		if (!panel) continue;
		panel.role = 'tabpanel';
		panel.setAttribute('aria-labelledby', tab.id);
		tab.setAttribute('aria-controls', panel.id);
		tab.addEventListener('click', () => show(tab));
		tab.addEventListener('keydown', (event) => {
			const next = focusNext(tab, event);
			if (next) show(next);
		});
	}
}
