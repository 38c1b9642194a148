import { render } from 'preact';
import { fromFragment } from './form/form-link.ts';
import { goLive } from './live/live-samples.ts';
import { loadModel } from './live/page-model.ts';
import { listTargets, loadServices } from './send/target.ts';
import { TryIt } from './try-it.tsx';
import { type } from './values/page-values.ts';

/** Opens or closes the page's try-it region; its form is made when it is first opened. */
export async function toggleTryIt(button: HTMLElement): Promise<void> {
	const region = document.querySelector<HTMLElement>('.try-it');
	if (!region) return;
	const isOpening = region.hidden;
	if (isOpening && region.childElementCount < 2) await fill(region);
	region.hidden = !isOpening;
	button.ariaExpanded = String(isOpening);
	if (isOpening) region.querySelector<HTMLElement>('h2')?.focus();
}

async function fill(region: HTMLElement): Promise<void> {
	const { model: address = '', base = '' } = region.dataset;
	const [model, services] = await Promise.all([loadModel(address), loadServices(base)]);
	const [first, ...others] = listTargets(model, services, base);
	if (!first) throw new RangeError('an operation has at least one server');
	const tabs = [...document.querySelectorAll<HTMLElement>('.samples [role=tab]')];
	const languages = tabs.map(({ dataset, textContent }) => ({
		id: dataset.lang ?? '',
		label: textContent?.trim() ?? '',
	}));
	// cURL is how requests are passed on.
	languages.sort((a, b) => Number(b.id === 'shell') - Number(a.id === 'shell'));
	const host = document.createElement('div');
	region.append(host);
	type(fromFragment(location.hash, model.fields));
	goLive();
	render(<TryIt model={model} targets={[first, ...others]} languages={languages} base={base} />, host);
}
