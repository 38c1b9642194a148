import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language.ts';
import { loadDocument } from '../../src/load/load-document.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { prove } from '../../src/verify/prove.ts';
import type { Level, Result } from '../../src/verify/result.ts';
import type { SampleOnDisk } from '../../src/verify/subject.ts';
import { languages } from '../../templates/index.ts';
import { shortcomings } from './prove-document.ts';
import { choose, loadPublished, swaggerDocuments } from './published-documents.ts';
import { testFolder } from './support.ts';

/** `SPECIMEN_SEED=<the seed of a failure>` repeats it; `SPECIMEN_SCALE=all` compiles and runs every sample. */
const seed = Number(process.env.SPECIMEN_SEED ?? Date.now() % 2 ** 31);
const whole = process.env.SPECIMEN_SCALE === 'all';
/** How many samples of each language are compiled, and run: 200 in all. */
const COMPILED = whole ? Infinity : 100;
const RUN = whole ? Infinity : 25;

/** What a language's own HTTP client has no way to send; nothing else is left out. */
const GAPS: Readonly<Record<string, RegExp>> = {};

const { api, loaded } = loadPublished();
const plan = planTree(api, languages, []);
const all = languages.map((language) => [language.label, language] as const);

function samplesOf(language: Language): SampleOnDisk[] {
	return plan.samples
		.filter(({ entry }) => entry.language === language.id)
		.map((planned) => ({ ...planned, text: planned.sample.code, edited: false }));
}

async function proven(language: Language, samples: SampleOnDisk[], level: Level): Promise<Result[]> {
	const proof = { api, languages: [language], samples, level, issues: [], successOnly: true, cache: testFolder() };
	return (await prove(proof)).results;
}

describe(`Every operation of large published documents (SPECIMEN_SEED=${seed})`, () => {
	it('is read, and has a sample in every language', () => {
		expect(loaded.flatMap(({ problems }) => problems)).toEqual([]);
		expect(plan.problems).toEqual([]);
		expect(plan.gaps.filter(({ language, reason }) => !GAPS[language]?.test(reason))).toEqual([]);
		expect(api.tasks.length).toBeGreaterThan(2400);
		expect(plan.samples.length + plan.gaps.length).toBe(api.tasks.length * languages.length);
	});

	it.for(all)('parses in %s', { timeout: 300_000 }, async ([, language]) => {
		const samples = samplesOf(language);
		const results = await proven(language, samples, 'parse');
		expect(shortcomings(results)).toEqual([]);
		expect(results).toHaveLength(samples.length);
	});

	it.for(all)('compiles in %s, by a random choice', { timeout: 3_600_000 }, async ([, language], { skip }) => {
		const results = await proven(language, choose(samplesOf(language), COMPILED, seed), 'compile');
		const [untried] = results.filter(({ outcome }) => outcome === 'not verified');
		if (untried && process.env.CI !== 'true') skip(untried.reasons[0]);
		expect(shortcomings(results), `SPECIMEN_SEED=${seed}`).toEqual([]);
	});

	it.for(all)(
		'sends what is documented from %s, by a random choice',
		{ timeout: 7_200_000 },
		async ([, language], { skip }) => {
			const results = await proven(language, choose(samplesOf(language), RUN, seed + 1), 'run');
			const [untried] = results.filter(({ outcome }) => outcome === 'not verified');
			if (untried && process.env.CI !== 'true') skip(untried.reasons[0]);
			expect(shortcomings(results), `SPECIMEN_SEED=${seed}`).toEqual([]);
		},
	);
});

describe('Swagger 2.0', () => {
	it.each(swaggerDocuments)('is told by how to convert it: %s', (file) => {
		const { document, problems } = loadDocument(file);
		expect(document).toBeUndefined();
		expect(problems).toEqual([
			expect.objectContaining({ code: 'swagger-2', hint: expect.stringContaining('npx swagger2openapi') }),
		]);
	});
});
