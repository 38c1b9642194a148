import { apiNamed, apis } from '../model/apis.ts';
import { firstTask } from '../model/first-task.ts';
import { languages } from '../model/languages.ts';
import { newestApis } from '../model/versions.ts';
import { waysToAuthenticate } from '../model/ways-to-authenticate.ts';
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
	const named = api ? [apiNamed(api)] : newestApis();
	switch (name) {
		case 'Sample': {
			const owner = apis.find(({ tasksById }) => tasksById.has(operation));
			const task = owner?.tasksById.get(operation);
			return owner && task
				? `Samples in every language: [${task.title}](${base}/${owner.name}/${owner.paths.get(task.id)}.md)`
				: '';
		}
		case 'FirstSample': {
			const first = firstTask(named);
			return first ? componentMarkdown('Sample', { operation: first.task.id }, base) : '';
		}
		case 'Packages': {
			const packages = languages.flatMap(({ id, label }) =>
				named.flatMap((each) => {
					const pack = each.api.profiles.get(id)?.package;
					return pack ? [[label, `${pack.name} ${pack.version}`, `\`${pack.install}\``]] : [];
				}),
			);
			return packages.length > 0 ? table(['Language', 'Package', 'Install'], packages) : '';
		}
		case 'Credentials': {
			const ways = named.flatMap((each) => waysToAuthenticate(each).map((way) => ({ ...way, title: each.title })));
			return ways
				.map(({ title, name: way, place, credentials }) => {
					const secrets = credentials.map((credential) => `\`<${credential.name}>\``).join(', ');
					return `- ${title}: ${way}, ${place}: ${secrets}`;
				})
				.join('\n');
		}
		case 'Styles':
			return apiNamed(api)
				.styles.map(({ label, description }) => `- **${label}**: ${description}`)
				.join('\n');
		case 'Errors': {
			const responses = named.flatMap(({ tasks }) => tasks).flatMap(({ operation: { responses: all } }) => all);
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
