import type { Task } from '../../core/task.ts';
import type { SiteApi } from './apis.ts';
import { languages } from './languages.ts';

/** JSON-LD of an endpoint's page, safe to stand in a script element: what it documents, and the languages of its samples. */
export function structuredData(api: SiteApi, task: Task, description: string, url?: string): string {
	const { operation } = task;
	const data = {
		'@context': 'https://schema.org',
		'@type': 'TechArticle',
		headline: task.title,
		description,
		...(url ? { url } : {}),
		articleSection: operation.tag ?? api.title,
		about: {
			'@type': 'WebAPI',
			name: api.title,
			endpointUrl: `${operation.server}${operation.path}`,
		},
		hasPart: languages.map(({ label }) => ({
			'@type': 'SoftwareSourceCode',
			name: `${task.title} in ${label}`,
			programmingLanguage: label,
		})),
	};
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
