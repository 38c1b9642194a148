import { createRenderer } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { languages } from '../../templates/index.ts';

/** The languages by the names of their tabs, in order. */
export const TABS = languages.map(({ label }) => label);

/** The code of a sample as the generator writes it, apart from the site. */
export function sampleCode(operationId: string, languageId: string, style: string): string {
	const { api } = loadApi('spec/plivo/openapi.yaml', languages);
	const task = api?.tasks.find(({ id }) => id === operationId);
	const language = languages.find(({ id }) => id === languageId);
	if (!api || !task || !language) throw new RangeError(`There is no ${operationId} in ${languageId}.`);
	const made = createRenderer(api).render({ task, language, style });
	if (!('code' in made)) throw new RangeError(`${operationId} has no ${style} in ${languageId}: ${made.reason}`);
	return made.code;
}
