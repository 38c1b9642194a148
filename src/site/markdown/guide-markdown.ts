import { languages } from '../../../templates/index.ts';
import { apiNamed, apis } from '../model/apis.ts';
import { table } from './blocks.ts';

/** A guide's MDX as plain Markdown: what its components show is written out, or linked to where that is a page of its own. */
export function guideMarkdown(title: string, mdx: string, base = ''): string {
	const body = mdx
		.replace(/^import .*\n/gm, '')
		.replace(/^<(\w+)((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/>$/gm, (_, name: string, attributes: string) =>
			componentMarkdown(name, readAttributes(attributes), base),
		)
		.trim();
	return `# ${title}\n\n${body}\n`;
}

function readAttributes(text: string): Record<string, string> {
	return Object.fromEntries([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

function componentMarkdown(name: string, attributes: Record<string, string>, base: string): string {
	const { api = '', operation = '' } = attributes;
	switch (name) {
		case 'Sample': {
			const owner = apis.find(({ tasks }) => tasks.some(({ id }) => id === operation));
			const task = owner?.tasks.find(({ id }) => id === operation);
			return owner && task
				? `Samples in every language: [${task.title}](${base}/${owner.name}/${owner.paths.get(task.id)}.md)`
				: '';
		}
		case 'Packages':
			return table(
				['Language', 'Package', 'Install'],
				languages.flatMap(({ id, label }) => {
					const pack = apiNamed(api).api.profiles.get(id)?.package;
					return pack ? [[label, `${pack.name} ${pack.version}`, `\`${pack.install}\``]] : [];
				}),
			);
		case 'Styles':
			return apiNamed(api)
				.styles.map(({ label, description }) => `- **${label}**: ${description}`)
				.join('\n');
		case 'Errors': {
			const responses = apiNamed(api).tasks.flatMap(({ operation: { responses: all } }) => all);
			const errors = responses.filter(({ status }) => /^[45]/.test(status));
			const lines = errors.map(
				({ status, description, remedy }) => `- \`${status}\` ${description}${remedy ? ` ${remedy}` : ''}`,
			);
			return [...new Set(lines)].sort().join('\n');
		}
		default:
			return '';
	}
}
