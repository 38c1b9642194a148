/** The panel of a group of samples that the choice shows. */
export function shownPanel(group: Element): HTMLElement | undefined {
	const { lang, style } = document.documentElement.dataset;
	return [...group.querySelectorAll<HTMLElement>('.panel')].find((panel) =>
		panel.dataset.for?.split(' ').includes(`${lang}:${style}`),
	);
}
