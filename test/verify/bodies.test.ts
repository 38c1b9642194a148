import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/core/sample.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { runSample } from '../../src/verify/run-sample.ts';
import { languages } from '../../templates/index.ts';
import { httpGaps, proveHttp, shortcomings } from './prove-document.ts';
import { benchFor, type LanguageName, testFolder, toolsOf } from './support.ts';

const { api, problems } = loadApi('test/fixtures/bodies/openapi.yaml', languages);
const all = languages.map((language) => [language.label, language] as const);

describe('Bodies of every kind: parts, files, bytes, forms, XML and the kin of JSON', () => {
	it('are all in the document', () => {
		expect(problems).toEqual([]);
		expect(api?.tasks.length).toBeGreaterThan(15);
	});

	it.for(all)('arrive as the document says from %s', { timeout: 300_000 }, async ([, language], { skip }) => {
		if (!api) throw new Error('no document');
		expect(httpGaps(api, language)).toEqual([]);
		const results = await proveHttp(api, language);
		const [untried] = results.filter(({ outcome }) => outcome === 'not verified');
		if (untried && !process.env.CI) skip(untried.reasons[0]);
		expect(shortcomings(results)).toEqual([]);
	});

	it.for(all)('are missed in a sentence where a file is not there: %s', async ([, language], context) => {
		const tools = await toolsOf(language.id as LanguageName, context);
		const bench = benchFor(tools);
		const folder = testFolder();
		// Before version 8 curl takes a file for bytes that is not there for an empty one.
		const ids = ['oneFile', 'filesOfAKind', ...(language.id === 'shell' ? [] : ['anyBytes'])];
		const files = ids.map((id) => {
			const task = api?.tasks.find((one) => one.id === id);
			if (!api || !task) throw new Error(`no ${id}`);
			const sample = createRenderer(api).render({ task, language, style: 'http' });
			if (!('code' in sample)) throw new Error(sample.reason);
			const file = join(folder, sample.fileName);
			writeFileSync(file, sample.code);
			return file;
		});
		const { programs } = await tools.runner.compile(files, bench, 'run');
		for (const file of files) {
			const program = programs.get(file) ?? '';
			const run = await runSample({
				runner: tools.runner,
				bench,
				program,
				answer: () => ({ status: 200, body: '{}' }),
			});
			expect(run.requests, run.stderr).toEqual([]);
			expect(run.exit).toBeGreaterThan(0);
			expect(run.stderr).not.toMatch(/Traceback|^\s+at |Unhandled|goroutine/m);
			expect(run.stderr).toMatch(/./);
		}
	});
});
