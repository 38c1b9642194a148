import { describe, expect, it } from 'vitest';
import { languages } from '../../templates/index.ts';
import { httpGaps, proveHttp, shortcomings } from './prove-document.ts';
import { randomApi } from './random-document.ts';

/** `SPECIMEN_SEED=<the seed of a failure>` repeats it. */
const seed = Number(process.env.SPECIMEN_SEED ?? Date.now() % 2 ** 31);
const api = randomApi(seed, 40);

/** Why a language's own HTTP client has no way to send some requests; nothing else is left out. */
const GAPS: Readonly<Record<string, RegExp>> = { csharp: /direction of text/, ruby: /hyphen off the end/ };

describe(`Random values (SPECIMEN_SEED=${seed})`, () => {
	it.for(languages.map((language) => [language.label, language] as const))(
		'arrive as the document says from %s',
		{ timeout: 300_000 },
		async ([, language], { skip }) => {
			const gaps = httpGaps(api, language);
			const unexpected = gaps.filter(({ reason }) => !GAPS[language.id]?.test(reason));
			expect(unexpected, `SPECIMEN_SEED=${seed}`).toEqual([]);
			const results = await proveHttp(api, language);
			const [untried] = results.filter(({ outcome }) => outcome === 'not verified');
			if (untried && process.env.CI !== 'true') skip(untried.reasons[0]);
			expect(shortcomings(results), `SPECIMEN_SEED=${seed}`).toEqual([]);
			expect(results.length + gaps.length).toBe(api.tasks.length);
		},
	);
});
