// Makes tabs of the samples of each fragment. Without it all of them are shown, one below the other.
for (const fragment of document.querySelectorAll('.specimen')) {
	const samples = [...fragment.querySelectorAll(':scope > details')];
	const list = document.createElement('div');
	list.setAttribute('role', 'tablist');
	list.setAttribute('aria-label', fragment.getAttribute('aria-label') ?? '');
	const tabs = samples.map((sample, at) => {
		const tab = document.createElement('button');
		tab.type = 'button';
		tab.textContent = sample.querySelector('summary').textContent;
		tab.setAttribute('role', 'tab');
		const code = sample.querySelector('pre');
		code.id ||= `specimen-${fragment.dataset.operation}-${sample.dataset.language}-${sample.dataset.style}`;
		code.setAttribute('role', 'tabpanel');
		code.setAttribute('aria-label', tab.textContent);
		tab.setAttribute('aria-controls', code.id);
		tab.addEventListener('click', () => show(at));
		return tab;
	});
	const show = (chosen) => {
		for (const [at, tab] of tabs.entries()) {
			tab.setAttribute('aria-selected', String(at === chosen));
			tab.tabIndex = at === chosen ? 0 : -1;
			samples[at].toggleAttribute('data-shown', at === chosen);
		}
	};
	list.addEventListener('keydown', ({ key }) => {
		const now = tabs.indexOf(document.activeElement);
		const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tabs.length - 1 }[key];
		if (next === undefined || now < 0) return;
		const to = (next + tabs.length) % tabs.length;
		show(to);
		tabs[to].focus();
	});
	list.append(...tabs);
	fragment.prepend(list);
	if (tabs.length > 0) show(0);
}
