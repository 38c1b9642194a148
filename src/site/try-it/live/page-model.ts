import { openSlice, parseSlice } from '../../../core/api-slice.ts';
import type { Language } from '../../../core/language.ts';
import type { Overrides } from '../../../core/overrides.ts';
import {
	type Api,
	createRenderer,
	type Gap,
	type Renderer,
	type Sample,
	type SampleRequest,
	sampleStyles,
} from '../../../core/sample.ts';
import type { Task } from '../../../core/task.ts';
import { type Field, readFields } from '../form/fields.ts';
import type { PageValues } from '../values/page-values.ts';

/** What a page can do with the values of its task: the same model that made its samples. */
export interface PageModel {
	api: Api;
	task: Task;
	fields: readonly Field[];
	/** What only the reader has, of this task and of what its SDK calls fetch first: credentials, and names of things. */
	ownFields: readonly Field[];
	/** The styles in which a language has the task. */
	styles(language: Language): string[];
	/** A sample of exactly what is asked for. Throws a `ProblemError` on values that cannot be sent. */
	write(request: Omit<SampleRequest, 'task'>): Sample | Gap;
	/** A sample with the reader's values. Throws a `ProblemError` on values that cannot be sent. */
	render(language: Language, style: string, values: PageValues): Sample | Gap;
	/** Whether any of the values changes a sample of that style. */
	affects(style: string, values: PageValues): boolean;
}

const models = new Map<string, Promise<PageModel>>();

/** Loads the model at an address, once. Rejects where it cannot be had. */
export function loadModel(address: string): Promise<PageModel> {
	const known = models.get(address) ?? fetchModel(address);
	models.set(address, known);
	// What failed is tried again when it is next asked for.
	known.catch(() => models.delete(address));
	return known;
}

async function fetchModel(address: string): Promise<PageModel> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const { api, task } = openSlice(parseSlice(await response.text()));
	return createModel(api, task);
}

/** The model of a task; `api` may be the part that the task needs. */
export function createModel(api: Api, task: Task): PageModel {
	const renderer: Renderer = createRenderer(api);
	const fields = readFields(task);
	const obtained = Object.values(api.sdk?.types ?? {})
		.flatMap(({ obtain }) => api.tasks.filter(({ id }) => id === obtain))
		.filter((other) => other !== task);
	const credentials = [...fields, ...obtained.flatMap(readFields)].filter(({ place }) => place === 'credential');
	const secrets = new Set(credentials.map(({ name }) => name));
	const foreign = new Map(
		obtained
			.flatMap(readFields)
			.filter(({ name, placeholder }) => placeholder && !secrets.has(name) && !fields.some((own) => own.name === name))
			.map((field) => [field.name, field]),
	);
	const placeholders = fields.filter(({ placeholder, place }) => placeholder && place !== 'credential');
	const ownFields = [
		...new Map(credentials.map((field) => [field.name, field])).values(),
		...foreign.values(),
		...placeholders,
	];

	function overridesOf(style: string, { kept, typed }: PageValues): Overrides {
		const known = [...placeholders.map(({ name }) => name), ...(style === 'http' ? [] : foreign.keys())];
		const own = known.flatMap((name): [string, string][] => {
			const value = kept.values[name];
			return value === undefined ? [] : [[name, value]];
		});
		const fromForm = Object.entries(typed).filter(([name]) => !secrets.has(name));
		return Object.fromEntries([...own, ...fromForm]);
	}

	function credentialsFor({ kept, typed }: PageValues): 'env' | Record<string, string> {
		if (kept.environment) return 'env';
		const all = [...secrets].flatMap((name): [string, string][] => {
			const value = Object.hasOwn(typed, name) ? typed[name] : kept.values[name];
			return value ? [[name, value]] : [];
		});
		return Object.fromEntries(all);
	}

	return {
		api,
		task,
		fields,
		ownFields,
		styles: (language) => sampleStyles(api, language, task),
		write: (request) => renderer.render({ task, ...request }),
		render: (language, style, values) =>
			renderer.render({
				task,
				language,
				style,
				overrides: overridesOf(style, values),
				credentials: credentialsFor(values),
			}),
		affects(style, values) {
			const credentials = credentialsFor(values);
			return (
				credentials === 'env' ||
				Object.keys(credentials).length > 0 ||
				Object.keys(overridesOf(style, values)).length > 0
			);
		},
	};
}
