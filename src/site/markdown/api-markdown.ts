import type { SiteApi } from '../model/apis.ts';
import { downloadsOf } from '../model/downloads.ts';
import { tagLabel } from '../model/links.ts';

/** An API's overview as Markdown: its operations by resource, each with the address of its own page. */
export function apiMarkdown(api: SiteApi, origin = ''): string {
	const info = api.document.root.info as { description?: string };
	const tags = api.tags.flatMap((tag) => [
		`## ${tagLabel(api, tag)}`,
		...(tag.description ? [tag.description] : []),
		tag.tasks
			.map(
				(task) =>
					`- [${task.title}](${origin}/${api.name}/${api.paths.get(task.id)}.md): \`${task.operation.method} ${task.operation.path}\``,
			)
			.join('\n'),
	]);
	const files = `## Files\n\n${downloadsOf(api)
		.map(({ label, purpose, href }) => `- [${label}](${href}): ${purpose}`)
		.join('\n')}`;
	return `${[`# ${api.title}`, ...(info.description ? [info.description] : []), ...tags, files].join('\n\n')}\n`;
}
