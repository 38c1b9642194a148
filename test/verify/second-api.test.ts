import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadApi } from '../../src/load/load-api.ts';
import { compareTree } from '../../src/tree/compare-tree.ts';
import { type PlannedSample, planTree } from '../../src/tree/plan-tree.ts';
import { readTree } from '../../src/tree/read-tree.ts';
import { createAuthority } from '../../src/verify/authority.ts';
import type { CapturedRequest } from '../../src/verify/captured-request.ts';
import { decodePairs } from '../../src/verify/decode-url.ts';
import { expectedRequests } from '../../src/verify/expected-requests.ts';
import { fillSample } from '../../src/verify/fill-sample.ts';
import { installSdk } from '../../src/verify/install-sdk.ts';
import { judgeRun } from '../../src/verify/judge-run.ts';
import { isNotVerified } from '../../src/verify/not-verified.ts';
import { openBench } from '../../src/verify/open-bench.ts';
import { apiOutcomes } from '../../src/verify/outcomes.ts';
import { inPool } from '../../src/verify/pool.ts';
import { projectFolder } from '../../src/verify/project-folder.ts';
import { proofValues } from '../../src/verify/proof-values.ts';
import { runSample } from '../../src/verify/run-sample.ts';
import { languages } from '../../templates/index.ts';
import { sentence, toolsOf } from './support.ts';

// An API that Specimen was not made for, with its official SDKs: it is described by the files of its folder and nothing else.
const folder = join(import.meta.dirname, '../fixtures/stripe');
const { api, problems } = loadApi(join(folder, 'openapi.yaml'), languages);
if (!api) throw new Error(JSON.stringify(problems));
const plan = planTree(api, languages, [], { selection: { styles: new Set(['sdk']) } });

/** What every sample is run against. A refused connection makes these SDKs try again, which takes its time. */
const tried = (task: string) => [
	'success',
	'401',
	'404',
	...(task === 'createCustomer' ? ['a refused connection'] : []),
];

describe('A second API, bound to its own SDKs', () => {
	it('has bindings that fit it, and the samples that its folder holds', () => {
		expect([...problems, ...plan.problems]).toEqual([]);
		expect(plan.gaps.filter(({ language }) => api.profiles.has(language))).toEqual([]);
		expect(compareTree(plan.samples, readTree(join(folder, 'samples')), { styles: new Set(['sdk']) })).toEqual([]);
	});

	it.for(['python', 'node', 'java', 'go'] as const)(
		'sends the documented requests with the real SDK in %s, and reports failures',
		{ timeout: 400_000 },
		async (language, context) => {
			const { runner, toolchain } = await toolsOf(language, context);
			const pack = api.profiles.get(language)?.package;
			if (!pack) throw new Error(`no profile for ${language}`);
			if (language === 'go' && Number(toolchain.version.split('.')[1]) < 23)
				return context.skip(`not verified: ${toolchain.title} cannot walk through pages with range; Go 1.23 can`);
			const cache = resolve(import.meta.dirname, '../../.cache/sdk');
			const project = await installSdk({ runner, toolchain, sdk: pack, folder: projectFolder(cache, language, pack) });
			if (isNotVerified(project)) {
				if (process.env.CI === 'true') throw new Error(sentence(project));
				return context.skip(sentence(project));
			}
			const bench = openBench({ toolchain, project, authority: createAuthority(), hosts: ['api.stripe.com'] });
			onTestFinished(bench.remove);
			const samples = plan.samples.filter(({ entry }) => entry.language === language);
			expect(samples.map(({ entry }) => entry.operationId).sort()).toEqual(api.tasks.map(({ id }) => id).sort());
			const files = layOut(samples, project.folder);
			const { faults, programs, failure, unready } = await runner.compile([...files.keys()], bench, 'run');
			expect({ faults, failure, unready }).toEqual({ faults: [], failure: undefined, unready: undefined });

			const wrong: string[] = [];
			await inPool([...files], 2, async ([file, { entry }]) => {
				const task = taskOf(entry.operationId);
				const requests = expectedRequests(api, task, language, entry.style, proofValues(api, task));
				const outcomes = apiOutcomes(api, task, requests, true).filter(({ name }) => tried(task.id).includes(name));
				expect(outcomes.map(({ name }) => name)).toEqual(tried(task.id));
				for (const outcome of outcomes) {
					const run = await runSample({ runner, bench, program: programs.get(file) ?? '', answer: outcome.answer });
					wrong.push(...judgeRun(outcome, run, requests).map((text) => `${task.id}: ${outcome.name}: ${text}`));
				}
			});
			expect(wrong).toEqual([]);
			await walksBothPages([...files], (file) =>
				runSample({ runner, bench, program: programs.get(file) ?? '', answer: nextPage }),
			);
		},
	);
});

/** One customer a page; what follows `starting_after` is the last. */
function nextPage({ query }: CapturedRequest) {
	const isLast = decodePairs(query).some(([name]) => name === 'starting_after');
	const data = [{ id: isLast ? 'cus_second' : 'cus_first', object: 'customer' }];
	return { status: 200, body: JSON.stringify({ object: 'list', url: '/v1/customers', has_more: !isLast, data }) };
}

async function walksBothPages(files: [string, PlannedSample][], run: (file: string) => ReturnType<typeof runSample>) {
	const [file = ''] = files.find(([, { entry }]) => entry.operationId === 'listCustomers') ?? [];
	const { exit, stderr, stdout, requests } = await run(file);
	expect({ exit, stderr, pages: requests.length }).toEqual({ exit: 0, stderr: '', pages: 2 });
	expect(stdout).toMatch(/cus_first[\s\S]*cus_second/);
	expect(decodePairs(requests[1]?.query ?? '')).toContainEqual(['starting_after', 'cus_first']);
}

function taskOf(id: string) {
	const task = api?.tasks.find((one) => one.id === id);
	if (!api || !task) throw new Error(`no task ${id}`);
	return task;
}

/** Copies with working values in place of placeholders, in a folder of the project that is gone after the test. */
function layOut(samples: readonly PlannedSample[], project: string): Map<string, PlannedSample> {
	const place = mkdtempSync(join(project, 'samples-'));
	onTestFinished(() => rmSync(place, { recursive: true, force: true }));
	return new Map(
		samples.map((planned) => {
			const { sample } = planned;
			const language = languages.find(({ id }) => id === sample.language);
			if (!api || !language) throw new Error(`no language ${sample.language}`);
			const file = join(place, sample.fileName);
			const values = proofValues(api, taskOf(sample.operationId));
			writeFileSync(file, fillSample(sample.code, sample.spans, language, values));
			return [file, planned];
		}),
	);
}
