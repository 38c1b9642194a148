import { afterEach, describe, expect, it, vi } from 'vitest';
import { sample } from '../../../src/cli/sample.ts';
import { openWorkspace } from '../../../src/cli/workspace.ts';
import { openSlice, parseSlice, sliceApi, sliceText } from '../../../src/core/api-slice.ts';
import { sampleStyles } from '../../../src/core/sample.ts';
import { loadApi } from '../../../src/load/load-api.ts';
import { loadProject } from '../../../src/load/load-project.ts';
import { createModel } from '../../../src/site/try-it/live/page-model.ts';
import type { PageValues } from '../../../src/site/try-it/values/page-values.ts';
import { languages } from '../../../templates/index.ts';

const NOTHING: PageValues = { kept: { values: {}, environment: false, remembered: false }, typed: {} };
const { api } = loadApi('spec/plivo/openapi.yaml', languages);

/** The model of a task as a page makes it: of the slice that it loads. */
function modelOf(id: string) {
	const task = api?.tasks.find((each) => each.id === id);
	if (!api || !task) throw new Error(`there is no task ${id}`);
	const opened = openSlice(parseSlice(sliceText(sliceApi(api, task))));
	return createModel(opened.api, opened.task);
}

/** What the command prints. */
async function printed(args: string[]): Promise<string> {
	let text = '';
	vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
		text += chunk;
		return true;
	});
	vi.spyOn(console, 'error').mockImplementation(() => {});
	await sample(args, openWorkspace(await loadProject(process.cwd())));
	vi.restoreAllMocks();
	return text;
}

afterEach(() => vi.restoreAllMocks());

describe("What a reader's values make of a sample", () => {
	const TYPED: [task: string, typed: Record<string, string | null>][] = [
		['removeShortcode', { shortcode: `4"4'$4#{1}\\`, number_pool_uuid: '</script>' }],
		['createPowerpack', { name: 'Café "1"\n', sticky_sender: null, application_id: '12345678901234567890' }],
	];

	it.each(TYPED)('is what the command prints for the same values: %s', async (id, typed) => {
		const model = modelOf(id);
		for (const language of languages) {
			for (const style of sampleStyles(model.api, language, model.task)) {
				const made = model.render(language, style, { ...NOTHING, typed });
				const settings = Object.entries(typed).map(([name, value]) =>
					value === null ? `--unset=${name}` : `--set=${name}=${value}`,
				);
				const text = await printed([id, '--language', language.id, '--style', style, ...settings]);
				expect('code' in made ? made.code : '', `${language.id} ${style}`).toBe(text);
			}
		}
	});

	it('puts credentials and kept values in by each literal printer, and knows what an SDK fetches first', () => {
		const model = modelOf('removeShortcode');
		const kept = { ...NOTHING.kept, values: { auth_id: `a'b"$c`, auth_token: 't', powerpack_uuid: 'p-1' } };
		expect(model.ownFields.map(({ name }) => name)).toEqual([
			'auth_id',
			'auth_token',
			'powerpack_uuid',
			'number_pool_uuid',
			'shortcode',
		]);
		const codes = Object.fromEntries(
			languages.map((language) => {
				const made = model.render(language, language.sdk ? 'v1' : 'http', { ...NOTHING, kept });
				return [language.id, 'code' in made ? made.code : ''];
			}),
		);
		expect(codes.python).toContain(`"a'b\\"$c"`);
		expect(codes.ruby).toContain(`"a'b\\"$c"`);
		expect(codes.php).toContain(`'a\\'b"$c'`);
		expect(codes.go).toContain(`"a'b\\"$c"`);
		expect(codes.shell).toContain(`$'a\\'b"$c'`);
		for (const id of ['python', 'ruby', 'node', 'php', 'java', 'csharp', 'go']) expect(codes[id]).toContain('p-1');
	});

	it('reads credentials from the environment where the reader asks for it', () => {
		const model = modelOf('removeShortcode');
		const kept = { values: { auth_id: 'secret' }, environment: true, remembered: false };
		const made = model.render(languages[0] as (typeof languages)[0], 'http', { ...NOTHING, kept });
		expect('code' in made && made.code).toContain('PLIVO_AUTH_ID');
		expect('code' in made && made.code).not.toContain('secret');
	});

	it('says what an SDK cannot pass', () => {
		const model = modelOf('listShortcodes');
		const typed = { limit: '3', offset: '1' };
		const gaps = languages.flatMap((language) =>
			sampleStyles(model.api, language, model.task).flatMap((style) => {
				const made = model.render(language, style, { ...NOTHING, typed });
				return 'drops' in made ? made.drops.map(({ value }) => `${language.id} ${style} ${value}`) : [];
			}),
		);
		expect(gaps.length).toBeGreaterThan(0);
	});
});
