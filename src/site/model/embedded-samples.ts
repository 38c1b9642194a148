import type { Task } from '../../core/task.ts';
import { colouredLines, type PanelJson, type SampleJson } from '../../embed/sample-json.ts';
import type { SiteApi } from './apis.ts';
import { languages } from './languages.ts';
import { taskLink } from './links.ts';
import { panelsOf } from './panels.ts';

/** A task's samples as pages of other sites show them: the same panels as on the task's own page. */
export async function embeddedSamples(api: SiteApi, task: Task): Promise<SampleJson> {
	const panels = panelsOf(
		api.samples.get(task.id) ?? [],
		api.styles.map(({ id }) => id),
	);
	const shown = await Promise.all(
		languages.map(async ({ id, label, grammar }) => {
			const own = panels.filter(({ made, styles }) => made.language === id && styles.length > 0);
			const made = await Promise.all(
				own.map(async (panel): Promise<PanelJson> => {
					const { styles } = panel;
					const name = styles.map((style) => styleLabel(api, style)).join(', ');
					if (!('code' in panel.made)) return { styles, label: name, reason: panel.made.reason };
					return { styles, label: name, lines: await colouredLines(panel.made.code, grammar) };
				}),
			);
			return { id, label, panels: made };
		}),
	);
	return {
		operation: task.id,
		title: task.title,
		page: taskLink(api, task),
		languages: shown.filter((language) => language.panels.length > 0),
	};
}

function styleLabel(api: SiteApi, style: string): string {
	return api.styles.find(({ id }) => id === style)?.label ?? style;
}
