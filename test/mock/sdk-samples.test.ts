import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/cli/load.ts';
import { openWorkspace } from '../../src/cli/workspace.ts';
import { loadProject } from '../../src/load/load-project.ts';
import { mockRoutes } from '../../src/server/mock-route.ts';
import { readSpecs } from '../../src/server/read-specs.ts';
import { prove } from '../../src/verify/prove.ts';
import type { Result } from '../../src/verify/result.ts';
import { languages } from '../../templates/index.ts';
import { listening } from '../server/listening.ts';
import { toolsOf } from '../verify/support.ts';

const { address } = listening(() => ({ siteDirectory: '/nowhere', routes: mockRoutes(readSpecs('spec')) }));

const CASES = [
	['python', 'v1'],
	['python', 'v2'],
	['node', 'v1'],
	['node', 'v2'],
] as const;

const workspace = openWorkspace(await loadProject(process.cwd()));

/** Runs samples as they are, through the real SDK, against the mock, one after the other as one reader. */
async function run(language: string, style: string, token: string, operations: readonly string[]): Promise<Result[]> {
	const selection = { languages: new Set([language]), styles: new Set([style]) };
	const { plan, loaded } = prepare('spec/plivo/openapi.yaml', selection, 'placeholder', workspace);
	if (!loaded.api) throw new Error('spec/plivo cannot be read');
	const samples = operations.flatMap((id) =>
		(plan?.samples ?? []).filter(({ entry }) => entry.operationId === id && entry.style === style),
	);
	expect(samples).toHaveLength(operations.length);
	const { results } = await prove({
		api: loaded.api,
		languages,
		samples: samples.map((sample) => ({ ...sample, text: sample.sample.code, edited: false })),
		level: 'run',
		issues: [],
		cache: resolve('.cache/sdk'),
		sandbox: {
			url: `${address()}/mock/v1`,
			credentials: { auth_id: 'MAXXXXXXXXXXXXXXXXXX', auth_token: token },
		},
	});
	return results;
}

const reasons = (results: readonly Result[]) => results.map(({ reasons }) => reasons.join('; '));

describe('A sample of the real SDK, run as it is against the mock', () => {
	it.for(CASES)('%s %s removes the short code once', { timeout: 120_000 }, async ([language, style], context) => {
		await toolsOf(language, context);
		const token = `token-of-${language}-${style}`;
		const first = await run(language, style, token, ['findShortcode', 'removeShortcode']);
		const unready = first.find(({ outcome, stoppedAt }) => outcome === 'not verified' && stoppedAt === 'compile');
		if (unready && process.env.CI !== 'true') return context.skip(unready.reasons.join('; '));
		const ended = expect.stringContaining(`ends with 0 against ${address()}/mock/v1`);
		expect(reasons(first)).toEqual([ended, ended]);

		const again = await run(language, style, token, ['removeShortcode', 'findShortcode']);
		expect(again.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
		for (const reason of reasons(again)) expect(reason).toMatch(/ends with 1 .*not found/is);

		const pair = btoa(`MAXXXXXXXXXXXXXXXXXX:${token}`);
		await fetch(`${address()}/_specimen/mock-state`, { method: 'DELETE', headers: { authorization: `Basic ${pair}` } });
		expect(reasons(await run(language, style, token, ['removeShortcode']))).toEqual([ended]);
	});
});
