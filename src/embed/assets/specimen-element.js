// <specimen-sample operation="removeShortcode" lang="php" style="v2">: a task's samples in a page of another site.
// data-lang and data-style do as well, where a policy forbids style attributes; api names one API where several have it.
const STYLE = `
:host { display: block; margin-block: 1rem; color: light-dark(#16211c, #e6ece9); }
.box { border: 1px solid light-dark(#cfd9d4, #34413b); border-radius: 8px; background: light-dark(#f5f8f6, #151c19); }
[role=tablist] { display: flex; flex-wrap: wrap; border-bottom: 1px solid light-dark(#cfd9d4, #34413b); }
button { padding: .5rem .75rem; border: 0; border-bottom: 3px solid transparent; background: none; color: inherit; font: inherit; cursor: pointer; }
[aria-selected=true] { border-bottom-color: light-dark(#0a6a4c, #8ad8b5); font-weight: 600; }
pre { margin: 0; padding: .75rem; overflow: auto; font-size: .875rem; line-height: 1.55; tab-size: 4; }
p { margin: 0; padding: .75rem; }
a { color: light-dark(#0a6a4c, #8ad8b5); }
i { font-style: normal; }
.k { color: light-dark(#7a2fae, #cba3f2); }
.s { color: light-dark(#0a6a4c, #8ad8b5); }
.n { color: light-dark(#954400, #f0b480); }
.f { color: light-dark(#0b57a4, #84bdf7); }
.c { color: light-dark(#5d6a64, #93a099); }
`;

const loaded = new Map();

/** Reads a task's samples once, from the site that this script came from. */
function load(path) {
	const known = loaded.get(path) ?? fetchJson(new URL(`./samples/${path}.json`, import.meta.url));
	loaded.set(path, known);
	return known;
}

async function fetchJson(url) {
	const answer = await fetch(url, { credentials: 'omit' });
	if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
	return answer.json();
}

function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	element.append(...children);
	return element;
}

/** A row of tabs; arrow keys move along it. */
function tabs(label, choices, chosen, choose) {
	const buttons = choices.map(({ id, label: text }) => {
		const selected = id === chosen;
		const button = make('button', { role: 'tab', 'aria-selected': selected, tabindex: selected ? 0 : -1 }, text);
		button.type = 'button';
		button.addEventListener('click', () => choose(id));
		return button;
	});
	const list = make('div', { role: 'tablist', 'aria-label': label }, ...buttons);
	list.addEventListener('keydown', (event) => {
		const now = buttons.indexOf(event.target);
		const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
		if (now < 0 || next === undefined) return;
		event.preventDefault();
		choose(choices[(next + choices.length) % choices.length].id);
	});
	return list;
}

class SpecimenSample extends HTMLElement {
	static observedAttributes = ['operation', 'api', 'lang', 'style', 'data-lang', 'data-style'];

	connectedCallback() {
		if (!this.shadowRoot) {
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(STYLE);
			this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
		}
		this.update();
	}

	attributeChangedCallback() {
		if (this.shadowRoot && this.isConnected) this.update();
	}

	async update() {
		const operation = this.getAttribute('operation') ?? '';
		const file = operation.replace(/[^A-Za-z0-9]/g, '-');
		const api = this.getAttribute('api');
		try {
			const task = await load(api ? `${api}/${file}` : file);
			if (operation !== (this.getAttribute('operation') ?? '')) return;
			this.show(task, this.dataset.lang ?? this.getAttribute('lang'), this.dataset.style ?? this.getAttribute('style'));
		} catch (error) {
			const told = `The samples of "${operation}" could not be loaded: ${error.message}`;
			this.shadowRoot.replaceChildren(make('div', { class: 'box' }, make('p', { role: 'alert' }, told)));
		}
	}

	show(task, lang, style, focus) {
		const language = task.languages.find(({ id }) => id === lang) ?? task.languages[0];
		const panel = language.panels.find(({ styles }) => styles.includes(style)) ?? language.panels[0];
		const styles = language.panels.map(({ styles: [id], label }) => ({ id, label }));
		const rows = [tabs('Language', task.languages, language.id, (id) => this.show(task, id, style, 0))];
		if (styles.length > 1)
			rows.push(tabs('Style', styles, panel.styles[0], (id) => this.show(task, language.id, id, 1)));
		const named = { role: 'tabpanel', tabindex: 0, 'aria-label': `${task.title}: ${language.label}, ${panel.label}` };
		const shown = panel.lines ? code(panel.lines, named) : make('p', named, panel.reason);
		const link = make('a', { href: new URL(task.page, import.meta.url).href }, task.title);
		this.shadowRoot.replaceChildren(make('div', { class: 'box' }, ...rows, shown, make('p', {}, link)));
		if (focus !== undefined) rows[focus]?.querySelector('[aria-selected=true]').focus();
	}
}

function code(lines, attributes) {
	const pieces = lines.flatMap((line) => [
		...line.map(([kind, text]) => (kind ? make('i', { class: kind }, text) : text)),
		'\n',
	]);
	return make('pre', attributes, make('code', {}, ...pieces));
}

customElements.define('specimen-sample', SpecimenSample);
