import { shownPanel } from './shown-panel.ts';
import { focusNext } from './tabs.ts';

const root = document.documentElement;

/** Brings tabs, radios and panels of every group of samples in line with the state on `<html>`. */
function refresh(): void {
	const { lang = '', style = '' } = root.dataset;
	for (const group of document.querySelectorAll('.samples')) {
		const shown = shownPanel(group);
		for (const tab of group.querySelectorAll<HTMLElement>('[role=tab]')) {
			const isChosen = tab.dataset.lang === lang;
			tab.ariaSelected = String(isChosen);
			tab.tabIndex = isChosen ? 0 : -1;
			if (!isChosen || !shown) continue;
			tab.setAttribute('aria-controls', shown.id);
			shown.role = 'tabpanel';
			shown.setAttribute('aria-labelledby', tab.id);
		}
		for (const radio of group.querySelectorAll<HTMLInputElement>('[type=radio]')) radio.checked = radio.value === style;
		if (shown) showCall(shown);
		const copy = group.querySelector<HTMLButtonElement>('[data-copy]');
		if (copy) copy.disabled = !shown?.querySelector('pre');
	}
}

/** Where the card is too low for the set-up and the call, the call wins. */
function showCall(panel: HTMLElement): void {
	const code = panel.querySelector('pre');
	const calls = panel.querySelectorAll<HTMLElement>('.call');
	const [first] = calls;
	const last = calls[calls.length - 1];
	if (!code || !first || !last || code.scrollTop > 0) return;
	const top = first.offsetTop - code.offsetTop;
	const bottom = last.offsetTop + last.offsetHeight - code.offsetTop;
	if (bottom > code.clientHeight) code.scrollTop = Math.min(top - first.offsetHeight, bottom - code.clientHeight);
}

function choose(language: string | undefined, style: string | undefined): void {
	const lang = language ?? root.dataset.lang ?? '';
	const next = style ?? root.dataset.style ?? '';
	window.specimen.show(lang, next);
	window.specimen.keep('specimen-lang', lang);
	window.specimen.keep('specimen-style', next);
	const url = new URL(location.href);
	url.searchParams.set('lang', lang);
	url.searchParams.set('style', next);
	history.replaceState(history.state, '', url);
	refresh();
}

document.addEventListener('click', (event) => {
	const target = (event.target as Element).closest<HTMLElement>('.samples [role=tab], a[data-choose]');
	if (!target) return;
	if (target instanceof HTMLAnchorElement) event.preventDefault();
	const [language, style] = target.dataset.choose?.split(':') ?? [target.dataset.lang];
	choose(language, style);
});

document.addEventListener('keydown', (event) => {
	const tab = (event.target as Element).closest<HTMLElement>('.samples [role=tab]');
	const next = tab && focusNext(tab, event);
	if (next) choose(next.dataset.lang, undefined);
});

document.addEventListener('change', (event) => {
	const radio = event.target as HTMLInputElement;
	if (radio.matches('.samples [type=radio]')) choose(undefined, radio.value);
});

// A page that comes back from the browser's cache shows the choice that was made since.
addEventListener('pageshow', (event) => {
	if (event.persisted) window.specimen.choose();
	refresh();
});
refresh();
