import type { Gap, Sample } from '../../core/sample.ts';

/** A sample, or the reason why there is none, with the choices that it answers. */
export interface Panel {
	made: Sample | Gap;
	/** The styles that show it when its language is chosen. */
	styles: string[];
}

/**
 * Which panel each choice shows, so that every language and style of the site leads to exactly one:
 * the style itself, else what every version shares (`sdk`), else plain HTTP.
 */
export function panelsOf(made: readonly (Sample | Gap)[], styleIds: readonly string[]): Panel[] {
	const byLanguage = Map.groupBy(made, ({ language }) => language);
	return [...byLanguage.values()].flatMap((group) => {
		const panels = group.map((item): Panel => ({ made: item, styles: [] }));
		const panelOf = (style: string) => panels.find(({ made: { style: own } }) => own === style);
		for (const style of styleIds) {
			const shown = panelOf(style) ?? (style === 'http' ? undefined : panelOf('sdk')) ?? panelOf('http') ?? panels[0];
			shown?.styles.push(style);
		}
		return panels;
	});
}
