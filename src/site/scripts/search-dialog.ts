/** What Pagefind's own script offers of what is used here. */
interface Pagefind {
	options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
	debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

/** One page that was found. */
interface Found {
	url: string;
	meta: { title?: string; method?: string; path?: string };
	excerpt: string;
}

const MOST = 12;
const base = import.meta.env.BASE_URL.replace(/\/$/, '');
let pagefind: Promise<Pagefind> | undefined;
let dialog: HTMLDialogElement | undefined;

/** Opens the search, which is made when it is first asked for. */
export function openSearch(): void {
	dialog ??= makeDialog();
	if (!dialog.open) dialog.showModal();
	dialog.querySelector('input')?.select();
}

function makeDialog(): HTMLDialogElement {
	const made = element('dialog', { class: 'search-dialog', 'aria-label': 'Search' });
	const input = element('input', {
		type: 'text',
		role: 'searchbox',
		enterkeyhint: 'search',
		'aria-label': 'Search the documentation',
		placeholder: 'Operations, paths, parameters…',
		autocomplete: 'off',
		spellcheck: 'false',
	});
	const close = element('button', { type: 'button', class: 'search-close' }, 'Close');
	const results = element('ul', { class: 'search-results' });
	const status = element('p', { role: 'status', class: 'search-status' });
	const head = element('div', { class: 'search-head' });
	head.append(input, close);
	made.append(head, status, results);
	close.addEventListener('click', () => made.close());
	made.addEventListener('click', (event) => event.target === made && made.close());
	input.addEventListener('input', () => void search(input.value.trim(), results, status));
	made.addEventListener('keydown', (event) => moveInResults(event, input, results));
	document.body.append(made);
	return made;
}

/** Down and up go from the field through the results and back. */
function moveInResults(event: KeyboardEvent, input: HTMLInputElement, results: HTMLElement): void {
	if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
	const stops: HTMLElement[] = [input, ...results.querySelectorAll('a')];
	const at = stops.indexOf(document.activeElement as HTMLElement);
	event.preventDefault();
	stops[(at + (event.key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length]?.focus();
}

async function search(query: string, results: HTMLElement, status: HTMLElement): Promise<void> {
	if (query === '') {
		results.replaceChildren();
		status.textContent = '';
		return;
	}
	try {
		pagefind ??= load();
		const answer = await (await pagefind).debouncedSearch(query);
		// A newer question is being answered.
		if (!answer) return;
		const found = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
		results.replaceChildren(...found.map(resultItem));
		status.textContent = found.length === 0 ? `Nothing found for “${query}”.` : `${answer.results.length} found`;
	} catch {
		pagefind = undefined;
		results.replaceChildren();
		status.textContent = 'The search needs the built site: run npm run build, then npm start.';
	}
}

async function load(): Promise<Pagefind> {
	const made = (await import(/* @vite-ignore */ `${base}/pagefind/pagefind.js`)) as Pagefind;
	await made.options({ baseUrl: `${base}/`, excerptLength: 18 });
	return made;
}

function resultItem({ url, meta, excerpt }: Found): HTMLElement {
	const item = element('li', {});
	const anchor = element('a', { href: url });
	const title = element('span', { class: 'search-title' }, meta.title ?? url);
	if (meta.method) title.append(element('b', { class: `method plain ${meta.method.toLowerCase()}` }, meta.method));
	const text = element('span', { class: 'search-excerpt' });
	// Pagefind escapes the page's text and adds nothing but <mark>.
	text.innerHTML = excerpt;
	anchor.append(title, ...(meta.path ? [element('code', {}, meta.path)] : []), text);
	item.append(anchor);
	return item;
}

function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Record<string, string>,
	text = '',
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.textContent = text;
	return made;
}
