import { render } from 'preact';
import { goLive } from './live/live-samples.ts';
import { loadModel } from './live/page-model.ts';
import { OwnValues } from './values/own-values.tsx';

/** Opens or closes the panel of the reader's own values in a group of samples. */
export async function toggleValues(button: HTMLElement): Promise<void> {
	const group = button.closest<HTMLElement>('.samples');
	const panel = group?.querySelector<HTMLElement>('.own-values');
	if (!group || !panel) return;
	panel.hidden = !panel.hidden;
	button.ariaExpanded = String(!panel.hidden);
	if (panel.hidden) return;
	const model = await loadModel(group.dataset.model ?? '');
	goLive();
	render(<OwnValues model={model} />, panel);
	panel.querySelector('input')?.focus();
}
