import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadKnownIssues } from '../../src/load/known-issues.ts';
import { loadApi } from '../../src/load/load-api.ts';
import { planTree } from '../../src/tree/plan-tree.ts';
import { type Proof, prove } from '../../src/verify/prove.ts';
import type { Result } from '../../src/verify/result.ts';
import { languages } from '../../templates/index.ts';
import { type LanguageName, testFolder, toolsOf } from './support.ts';

const standIns = resolve(import.meta.dirname, '../stand-ins');
const { api, folder } = loadApi('spec/plivo/openapi.yaml', languages);
const { issues } = loadKnownIssues(folder);

afterEach(() => void vi.unstubAllEnvs());

/** Proves the SDK samples of a language as if its SDK could not be installed. */
async function proveWithout(id: LanguageName, more: Partial<Proof>, edit = (text: string) => text): Promise<Result[]> {
	const language = languages.find((known) => known.id === id);
	if (!api || !language) throw new Error('spec/plivo cannot be read');
	vi.stubEnv(`SPECIMEN_SDK_${id.toUpperCase()}`, '/nowhere');
	const { samples } = planTree(api, [language], [], { selection: { styles: new Set(['v1', 'v2']) } });
	const { results } = await prove({
		...{ api, languages: [language], level: 'run', issues, cache: testFolder(), standIns, ...more },
		samples: (more.samples ?? samples).map((planned) => {
			const text = edit(planned.sample.code);
			return { ...planned, text, edited: text !== planned.sample.code };
		}),
	});
	return results;
}

/** The samples of one task. */
function only(id: LanguageName, task: string): Pick<Proof, 'samples'> {
	const language = languages.find((known) => known.id === id);
	if (!api || !language) throw new Error('spec/plivo cannot be read');
	const { samples } = planTree(api, [language], []);
	return {
		samples: samples
			.filter(({ entry }) => entry.operationId === task && entry.style !== 'http')
			.map((planned) => ({ ...planned, text: planned.sample.code, edited: false })),
	};
}

const why = (id: LanguageName) => `SPECIMEN_SDK_${id.toUpperCase()}: /nowhere does not exist`;

describe.each(['ruby', 'php', 'csharp'] as const)('The stand-in for the SDK of %s', (id) => {
	it('serves every sample as the bindings say', { timeout: 300_000 }, async (context) => {
		await toolsOf(id, context);
		const results = await proveWithout(id, { successOnly: true });
		expect(results.length).toBeGreaterThan(30);
		for (const result of results) {
			expect(result).toMatchObject({
				outcome: 'stand-in',
				reasons: [why(id)],
				level: 'run',
				sdk: { source: 'stand-in' },
			});
			expect(result).not.toHaveProperty('prints');
		}
	});

	it('fails as the SDK does', { timeout: 300_000 }, async (context) => {
		await toolsOf(id, context);
		for (const task of ['removeShortcode', 'countNumbers', 'createPowerpack']) {
			const results = await proveWithout(id, only(id, task));
			expect(results.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual(
				results.map(() => ['stand-in', why(id)]),
			);
		}
	});
});

it('A sample that fails with a stand-in has failed', { timeout: 120_000 }, async (context) => {
	await toolsOf('ruby', context);
	const results = await proveWithout('ruby', only('ruby', 'removeShortcode'), (text) =>
		text.replace(/remove(_shortcode)?\(/, 'erase('),
	);
	expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
	expect(results[0]?.reasons.join('\n')).toMatch(/NoMethodError|undefined method/);
});

it('An SDK that has no stand-in stays not verified', async () => {
	const results = await proveWithout('node', only('node', 'removeShortcode'));
	expect(results.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual(
		results.map(() => ['not verified', why('node')]),
	);
});
