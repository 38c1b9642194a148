import { describe, expect, it } from 'vitest';
import { loadApi } from '../../src/load/load-api.ts';
import { languages } from '../../templates/index.ts';
import { httpGaps, proveHttp, shortcomings } from './prove-document.ts';

const { api, problems } = loadApi('test/fixtures/hostile/openapi.json', languages);

/** The operations that a language's own HTTP client has no way to send. */
const GAPS: Readonly<Record<string, string[]>> = {
	csharp: ['path-bidi', 'query-bidi'],
	ruby: ['header-ends-in-hyphen'],
};

describe('Values that break generators', () => {
	it('are all in the document', () => {
		expect(problems).toEqual([]);
		expect(api?.tasks.length).toBeGreaterThan(180);
	});

	it.for(languages.map((language) => [language.label, language] as const))(
		'arrive as the document says from %s',
		{ timeout: 600_000 },
		async ([, language], { skip }) => {
			if (!api) throw new Error('no document');
			expect(
				httpGaps(api, language)
					.map(({ operationId }) => operationId)
					.sort(),
			).toEqual(GAPS[language.id] ?? []);
			const results = await proveHttp(api, language);
			const [untried] = results.filter(({ outcome }) => outcome === 'not verified');
			if (untried && !process.env.CI) skip(untried.reasons[0]);
			expect(shortcomings(results)).toEqual([]);
		},
	);
});
