import { describe, expect, it } from 'vitest';
import { openSlice, parseSlice, sliceApi, sliceText } from '../../src/core/api-slice.ts';
import { createRenderer, sampleStyles } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { languages } from '../../templates/index.ts';

const FILES = ['spec/plivo/openapi.yaml', 'test/fixtures/hostile/openapi.json'];

describe.each(FILES)('A slice of %s', (file) => {
	const { api } = loadApi(file, languages);
	if (!api) throw new Error(`${file} cannot be read`);
	const whole = createRenderer(api);

	it('gives every sample that the whole API gives, byte for byte', () => {
		for (const task of api.tasks) {
			const opened = openSlice(parseSlice(sliceText(sliceApi(api, task))));
			const renderer = createRenderer(opened.api);
			for (const language of languages) {
				const styles = sampleStyles(api, language, task);
				expect(sampleStyles(opened.api, language, opened.task)).toEqual(styles);
				for (const style of styles) {
					const expected = whole.render({ task, language, style });
					const made = renderer.render({ task: opened.task, language, style });
					expect(made, `${task.id} ${language.id} ${style}`).toEqual(expected);
				}
			}
		}
	});

	it('leaves the API as it was', () => {
		const before = sliceText(sliceApi(api, api.tasks[0] as (typeof api.tasks)[0]));
		for (const task of api.tasks) sliceApi(api, task);
		expect(sliceText(sliceApi(api, api.tasks[0] as (typeof api.tasks)[0]))).toBe(before);
	});
});

it('grows with its task, not with the API', async () => {
	const { api } = loadApi('node_modules/@octokit/openapi/generated/api.github.com.json', languages);
	const task = api?.tasks.find(({ id }) => id === 'issues/add-assignees');
	if (!api || !task) throw new Error("GitHub's document is not where it was");
	expect(sliceText(sliceApi(api, task)).length).toBeLessThan(60_000);
});
