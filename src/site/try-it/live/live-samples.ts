import { ProblemError } from '../../../core/problem.ts';
import { escapeHtml } from '../../../highlight/code-lines.ts';
import { onValues, type PageValues, pageValues } from '../values/page-values.ts';
import { loadLanguage } from './languages.ts';
import { loadModel, type PageModel } from './page-model.ts';
import { forgetCode, showCode } from './show-code.ts';

const root = document.documentElement;

/** How a panel was delivered, so that it can be again. */
const delivered = new WeakMap<Element, string>();

let isLive = false;

/** Lets the samples of the page follow the reader's values from now on. */
export function goLive(): void {
	if (!isLive) {
		isLive = true;
		onValues(() => void refresh());
		new MutationObserver(() => void refresh()).observe(root, { attributeFilter: ['data-lang', 'data-style'] });
	}
	void refresh();
}

async function refresh(): Promise<void> {
	for (const group of document.querySelectorAll<HTMLElement>('.samples[data-model]')) await refreshGroup(group);
}

/** Renders every style of the chosen language anew; the other languages follow when they are chosen. */
async function refreshGroup(group: HTMLElement): Promise<void> {
	const { lang = '' } = root.dataset;
	const panels = [...group.querySelectorAll<HTMLElement>('.panel')].filter(({ dataset }) =>
		dataset.for?.split(' ').some((choice) => choice.startsWith(`${lang}:`)),
	);
	const [model, language] = await Promise.all([loadModel(group.dataset.model ?? ''), loadLanguage(lang)]);
	const values = pageValues();
	for (const panel of panels) {
		const style = panel.id.slice(`${model.task.id}-${lang}-`.length);
		const code = panel.querySelector('pre code');
		if (!code || panel.dataset.authored !== undefined) continue;
		if (!model.affects(style, values)) restore(panel, code);
		else follow(panel, code, () => drawn(model, language, style, values));
	}

	function follow(panel: HTMLElement, code: Element, draw: () => Drawn): void {
		if (!delivered.has(code)) delivered.set(code, code.innerHTML);
		// What was proven is the sample as it was delivered; the page says so.
		panel.toggleAttribute('data-live', true);
		const { sample, remarks } = draw();
		tell(panel, remarks);
		if (sample) void showCode(code, sample.code, sample.regions, language.grammar);
	}
}

interface Drawn {
	sample?: Extract<ReturnType<PageModel['render']>, { code: string }>;
	remarks: string[];
}

function drawn(
	model: PageModel,
	language: Parameters<PageModel['render']>[0],
	style: string,
	values: PageValues,
): Drawn {
	try {
		const made = model.render(language, style, values);
		if (!('code' in made)) return { remarks: [escapeHtml(made.reason)] };
		const typed = made.drops.filter(({ value }) => Object.hasOwn(values.typed, value));
		return {
			sample: made,
			remarks: typed.map(({ value, reason }) => `<code>${escapeHtml(value)}</code> is not sent: ${escapeHtml(reason)}`),
		};
	} catch (error) {
		// A value that cannot be sent at all: the sample stays as it was, and the reader hears why.
		if (error instanceof ProblemError) return { remarks: [escapeHtml(error.problem.message)] };
		throw error;
	}
}

function restore(panel: HTMLElement, code: Element): void {
	const html = delivered.get(code);
	if (html === undefined) return;
	delivered.delete(code);
	panel.removeAttribute('data-live');
	forgetCode(code);
	code.innerHTML = html;
	tell(panel, []);
}

/** What the reader has to know of her values in this sample, below the code. */
function tell(panel: HTMLElement, remarks: readonly string[]): void {
	const known = panel.querySelector('[data-live-remarks]');
	if (remarks.length === 0) {
		known?.remove();
		return;
	}
	const list = known ?? document.createElement('ul');
	list.className = 'remarks';
	list.toggleAttribute('data-live-remarks', true);
	list.innerHTML = remarks.map((remark) => `<li>${remark}</li>`).join('');
	if (!known) panel.querySelector('pre')?.after(list);
}
